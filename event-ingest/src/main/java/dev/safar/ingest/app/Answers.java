package dev.safar.ingest.app;

import dev.safar.ingest.accept.Acceptance.Refused;
import dev.safar.ingest.accept.Acceptance.Taken;
import dev.safar.ingest.publish.Publication;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** What a client is told. Everything it should send again is a 429 or a 503. */
final class Answers {

    static final String WRITE_KEY_HEADER = "X-Write-Key";

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int RETRY_OVERLOADED_SECONDS = 1;
    private static final int RETRY_UNAVAILABLE_SECONDS = 5;

    private Answers() {}

    static Response of(Taken taken, Publication publication) {
        return switch (publication) {
            case ACKNOWLEDGED -> acknowledged(taken);
            case OVERLOADED ->
                later(TOO_MANY_REQUESTS, RETRY_OVERLOADED_SECONDS, "too many events at once; send this request again");
            case UNAVAILABLE ->
                later(
                        Response.Status.SERVICE_UNAVAILABLE.getStatusCode(),
                        RETRY_UNAVAILABLE_SECONDS,
                        "the event log can't be written at the moment; send this request again");
        };
    }

    static Response of(Refused refused) {
        Response.Status status =
                switch (refused.reason()) {
                    case UNAUTHORIZED -> Response.Status.UNAUTHORIZED;
                    case TOO_LARGE -> Response.Status.REQUEST_ENTITY_TOO_LARGE;
                    case UNKNOWN_ENCODING -> Response.Status.UNSUPPORTED_MEDIA_TYPE;
                    case MALFORMED -> Response.Status.BAD_REQUEST;
                };
        return answer(status.getStatusCode(), Answer.refused(refused)).build();
    }

    static Response unknownCall() {
        return answer(
                        Response.Status.NOT_FOUND.getStatusCode(),
                        Answer.failure(
                                "unknown call; there are track, identify, page, screen, group, alias, batch and import"))
                .build();
    }

    static Response preflight() {
        return Response.noContent()
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", "POST, OPTIONS")
                .header(
                        "Access-Control-Allow-Headers",
                        "authorization, content-type, content-encoding, x-write-key, anonymousid, sentat, x-retry-count")
                .header("Access-Control-Max-Age", "86400")
                .build();
    }

    private static Response acknowledged(Taken taken) {
        if (taken.problems().isEmpty()) {
            return answer(Response.Status.OK.getStatusCode(), Answer.complete()).build();
        }
        return answer(
                        Response.Status.BAD_REQUEST.getStatusCode(),
                        Answer.partly(taken.events().size(), taken.problems()))
                .build();
    }

    private static Response later(int status, int seconds, String message) {
        return answer(status, Answer.failure(message))
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    private static Response.ResponseBuilder answer(int status, Answer answer) {
        return Response.status(status).entity(answer).header("Access-Control-Allow-Origin", "*");
    }
}
