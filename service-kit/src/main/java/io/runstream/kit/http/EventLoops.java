package io.runstream.kit.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/** The way back from other threads. */
public final class EventLoops {
    private EventLoops() {}

    /** Runs tasks where the caller is now, if that is a Vert.x context; else wherever they come from. */
    public static Executor current() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : task -> context.runOnContext(ignored -> task.run());
    }
}
