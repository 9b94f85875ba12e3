package io.runstream.gateway.proxy;

import io.runstream.error.ServiceErrors;
import io.runstream.gateway.route.Service;
import io.runstream.gateway.upstream.Replica;
import io.runstream.gateway.upstream.Replicas;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Iterator;

/**
 * One request on its way to a replica, and the answer on its way back. Both are streamed, at the pace of the slower side.
 *
 * <p>A replica that takes no connection has got nothing, so the next one gets the request, whatever it is. One that went
 * away after that may have done what was asked: then only what reads by its very method, and has no body, is asked again.
 */
final class Exchange {
    private static final Duration COME_BACK = Duration.ofSeconds(1);

    private final HttpServerRequest request;
    private final HttpClient client;
    private final Service service;
    private final Replicas replicas;
    private final Iterator<Replica> untried;
    private final String uri;
    private final TrustedProxies trusted;
    private final GatewayMeters meters;
    private final boolean hasBody;

    /** @param uri what the service knows the request's path and query as */
    Exchange(
            HttpServerRequest request,
            String uri,
            HttpClient client,
            Service service,
            Replicas replicas,
            TrustedProxies trusted,
            GatewayMeters meters) {
        this.request = request;
        this.client = client;
        this.service = service;
        this.replicas = replicas;
        this.untried = replicas.inTurn().iterator();
        this.uri = uri;
        this.trusted = trusted;
        this.meters = meters;
        this.hasBody = Headers.hasBody(request.headers());
    }

    /** To be called while the request is new: none of its body may have been read. */
    void begin() {
        request.pause();
        meters.observe(service, request);
        tryNext();
    }

    private void tryNext() {
        if (!untried.hasNext()) {
            Refusal.send(request, ServiceErrors.unreachable(service.word()));
            return;
        }
        Replica replica = untried.next();
        client.request(new RequestOptions()
                        .setHost(replica.host())
                        .setPort(replica.port())
                        .setSsl(replica.isTls())
                        .setMethod(request.method())
                        .setURI(uri))
                .onSuccess(outgoing -> {
                    replicas.reached(replica);
                    send(outgoing);
                })
                .onFailure(failure -> notConnected(replica, failure));
    }

    private void notConnected(Replica replica, Throwable failure) {
        if (failure instanceof ConnectionPoolTooBusyException) {
            Refusal.send(request, ServiceErrors.overloaded(COME_BACK));
            return;
        }
        replicas.unreachable(replica, failure);
        if (untried.hasNext()) {
            meters.retried(service);
        }
        tryNext();
    }

    private void send(HttpClientRequest outgoing) {
        Headers.copy(request.headers(), outgoing.headers());
        Headers.addOrigin(request, outgoing.headers(), trusted);
        HttpServerResponse response = request.response();
        response.closeHandler(gone -> outgoing.reset());
        outgoing.response().onSuccess(this::answer).onFailure(failure -> answerLost());
        if (hasBody) {
            sendBody(outgoing);
        } else {
            outgoing.end();
            request.resume();
        }
    }

    private void sendBody(HttpClientRequest outgoing) {
        if (request.headers().contains(HttpHeaders.EXPECT)) {
            request.response().writeContinue();
        }
        if (!outgoing.headers().contains(HttpHeaders.CONTENT_LENGTH)) {
            outgoing.setChunked(true);
        }
        // The outgoing side's failure is told by its response; the client's own by its connection.
        // What breaks off must not look as if it were whole: an end is only sent for an end.
        request.pipe().endOnFailure(false).to(outgoing).onFailure(failure -> outgoing.reset());
    }

    private void answerLost() {
        boolean mayAskAgain = !hasBody
                && (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD)
                && untried.hasNext();
        if (mayAskAgain) {
            meters.retried(service);
            tryNext();
        } else {
            Refusal.send(request, ServiceErrors.answerLost(service.word()));
        }
    }

    private void answer(HttpClientResponse incoming) {
        HttpServerResponse response = request.response();
        response.setStatusCode(incoming.statusCode()).setStatusMessage(incoming.statusMessage());
        Headers.copy(incoming.headers(), response.headers());
        if (hasBody && !request.isEnded()) {
            // Answered before all of the request was read: the rest of it stays unread.
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        if (!response.headers().contains(HttpHeaders.CONTENT_LENGTH) && mayHaveBody(incoming.statusCode())) {
            response.setChunked(true);
        }
        incoming.pipe().endOnFailure(false).to(response).onFailure(failure -> response.reset());
    }

    private boolean mayHaveBody(int status) {
        return request.method() != HttpMethod.HEAD && status != 204 && status != 304;
    }
}
