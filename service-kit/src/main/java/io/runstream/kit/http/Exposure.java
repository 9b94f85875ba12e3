package io.runstream.kit.http;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.runstream.kit.http.ExposureConfig.UnauthenticatedAccess;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.eclipse.microprofile.config.Config;

/** Keeps a server that lets everybody do everything from listening where everybody is. */
@Singleton
class Exposure {
    private static final String HOST = "quarkus.http.host";
    private static final String AUTHENTICATION = "runstream.auth.enabled";

    private final String host;
    private final boolean authenticated;
    private final UnauthenticatedAccess allowed;

    Exposure(Config settings, ExposureConfig config) {
        this.host = settings.getOptionalValue(HOST, String.class).orElse("0.0.0.0");
        this.authenticated =
                settings.getOptionalValue(AUTHENTICATION, Boolean.class).orElse(false);
        this.allowed = config.unauthenticatedAccess();
    }

    /** Before anything else is started; the port is opened last. */
    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        check();
    }

    /** @throws ConfigurationException it would be open to others; the message says what to do, and ends the process without a stack trace */
    void check() {
        if (authenticated || allowed == UnauthenticatedAccess.WHOLE_NETWORK || isLoopback()) {
            return;
        }
        throw new ConfigurationException("Authentication is off (" + AUTHENTICATION
                + "), and the server would listen on "
                + host + " (" + HOST + "): everybody who reaches it could read, change and delete everything. Turn"
                + " authentication on, listen on 127.0.0.1, or say that this is meant:"
                + " runstream.http.unauthenticated-access=whole-network.");
    }

    private boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
