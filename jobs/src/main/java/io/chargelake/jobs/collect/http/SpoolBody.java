package io.chargelake.jobs.collect.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A body that goes to a {@link Spool} as it comes, and no further than the limit. */
final class SpoolBody implements BodySubscriber<Spool> {
    private final CompletableFuture<Spool> body = new CompletableFuture<>();
    private final Spool spool;
    private Flow.Subscription subscription;

    SpoolBody(Spool spool) {
        this.spool = spool;
    }

    @Override
    public CompletionStage<Spool> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription = begun;
        begun.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        try {
            for (ByteBuffer piece : pieces) {
                spool.add(piece);
            }
            subscription.request(1);
        } catch (IOException e) {
            subscription.cancel();
            onError(FetchFailure.lasting(
                    "local_disk", "the answer can't be kept on the local disk: " + e.getMessage()));
        } catch (FetchFailure e) {
            subscription.cancel();
            onError(e);
        }
    }

    @Override
    public void onError(Throwable error) {
        try {
            spool.close();
        } catch (IOException e) {
            error.addSuppressed(e);
        }
        body.completeExceptionally(error);
    }

    @Override
    public void onComplete() {
        body.complete(spool);
    }
}
