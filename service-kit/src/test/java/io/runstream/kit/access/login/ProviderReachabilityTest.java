package io.runstream.kit.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.common.OidcRequestContextProperties;
import io.quarkus.oidc.common.OidcResponseFilter.OidcResponseFilterContext;
import io.quarkus.security.AuthenticationFailedException;
import io.vertx.mutiny.core.MultiMap;
import io.vertx.mutiny.core.buffer.Buffer;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jose4j.jwt.consumer.ErrorCodeValidator.Error;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.UnresolvableKeyException;
import org.junit.jupiter.api.Test;

class ProviderReachabilityTest {
    private static final Throwable NO_CONNECTION =
            new AuthenticationFailedException(new OIDCException(new ConnectException("refused")));
    private static final Throwable NO_SUCH_KEY = new AuthenticationFailedException(new InvalidJwtException(
            "bad", new Error(ErrorCodes.SIGNATURE_INVALID, "bad"), new UnresolvableKeyException("unknown"), null));
    private static final Throwable EXPIRED =
            new AuthenticationFailedException(new InvalidJwtException("expired", List.of(), null));

    private final AtomicLong now = new AtomicLong(-5);
    private final ProviderReachability reachability = new ProviderReachability(now::get);

    @Test
    void lostConnectionSaysNothingAboutTheToken() {
        assertThat(reachability.explains(NO_CONNECTION)).isTrue();
        assertThat(reachability.explains(new OIDCException("OIDC Server is not available")))
                .isTrue();
    }

    @Test
    void unknownKeyIsJudgedOnceTheProviderAnswersAgain() {
        assertThat(reachability.explains(NO_SUCH_KEY)).isFalse();
        answer(502);
        assertThat(reachability.explains(NO_SUCH_KEY)).isTrue();
        answer(200);
        assertThat(reachability.explains(NO_SUCH_KEY)).isFalse();
    }

    @Test
    void knownKeysAreJudgedWhileTheProviderIsAway() {
        answer(502);
        assertThat(reachability.explains(EXPIRED)).isFalse();
    }

    @Test
    void errorsOfOtherKindsStayErrors() {
        answer(502);
        assertThat(reachability.explains(new IllegalStateException("a bug"))).isFalse();
    }

    @Test
    void providerOfWhichNothingIsKnownIsAskedEveryTwoSeconds() {
        assertThat(reachability.mayTry()).isTrue();
        assertThat(reachability.mayTry()).isFalse();
        now.addAndGet(Duration.ofSeconds(2).toNanos() - 1);
        assertThat(reachability.mayTry()).isFalse();
        now.addAndGet(1);
        assertThat(reachability.mayTry()).isTrue();
        assertThat(reachability.mayTry()).isFalse();
    }

    private void answer(int status) {
        reachability
                .filter(new OidcResponseFilterContext(
                        new OidcRequestContextProperties(Map.of()),
                        status,
                        MultiMap.caseInsensitiveMultiMap(),
                        Buffer.buffer()))
                .await()
                .indefinitely();
    }
}
