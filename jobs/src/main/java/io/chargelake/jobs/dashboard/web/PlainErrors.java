package io.chargelake.jobs.dashboard.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ErrorHandler;

/** What the server itself refuses, such as a request that is none, in one sentence and without a stack. */
final class PlainErrors extends ErrorHandler {
    private static final String SENTENCE = "The request is not one this server can read.";

    static String json(String sentence) {
        return "{\"error\":\"" + sentence.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
    }

    @Override
    public void handle(String target, Request base, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        base.setHandled(true);
        Headers.ALWAYS.forEach(response::setHeader);
        response.setContentType("application/json; charset=utf-8");
        response.getOutputStream().write(json(SENTENCE).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
        Headers.ALWAYS.forEach(fields::put);
        fields.put(HttpHeader.CONTENT_TYPE, "application/json; charset=utf-8");
        return ByteBuffer.wrap(json(SENTENCE).getBytes(StandardCharsets.UTF_8));
    }
}
