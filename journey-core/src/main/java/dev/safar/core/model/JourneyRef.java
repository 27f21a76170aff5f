package dev.safar.core.model;

/**
 * A journey at one version. A run stays on the version it began with.
 *
 * @param version the first 12 hexadecimal digits of the SHA-256 of the journey's file
 */
public record JourneyRef(JourneyId id, String version) {

    @Override
    public String toString() {
        return id + "@" + version;
    }
}
