package dev.safar.engine.query;

/**
 * What an engine decides by, and where a successor is to be published.
 *
 * @param bootstrapServers the brokers as the engine reaches them
 * @param sweeps ways through all customers that are under way, after which all are in line with it
 */
public record DefinitionsView(PublishedWorkspace workspace, String bootstrapServers, int sweeps) {}
