package io.runstream.artifact.proxy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.runstream.testkit.S3Backend;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that has some of a file, or had it once. */
@QuarkusTest
@WithTestResource(S3Backend.class)
class ArtifactConditionsTest {
    private static final String LONG_AGO = "Mon, 01 Jan 2001 00:00:00 GMT";

    private final String file = "/api/2.0/mlflow-artifacts/artifacts/" + UUID.randomUUID() + "/f";

    @BeforeEach
    void thereIsAFileOfTenBytes() {
        put("0123456789");
    }

    @Test
    void aRangeIsReadWithoutTheRest() {
        get("Range", "bytes=2-4")
                .statusCode(206)
                .header("Content-Range", "bytes 2-4/10")
                .header("Content-Length", "3")
                .body(equalTo("234"));
    }

    @Test
    void aRangePastTheEndIsToldWhereTheEndIs() {
        get("Range", "bytes=20-30").statusCode(416).header("Content-Range", "bytes */10");
    }

    @Test
    void aRangeOfWhatTheClientKnowsIsRead() {
        get("Range", "bytes=2-4", "If-Range", known("ETag")).statusCode(206).body(equalTo("234"));
        get("Range", "bytes=2-4", "If-Range", known("Last-Modified"))
                .statusCode(206)
                .body(equalTo("234"));
    }

    @Test
    void aRangeOfWhatHasChangedIsTheWholeFile() {
        String old = known("ETag");
        put("abcdefghijklm");
        for (String validator : new String[] {old, "W/" + known("ETag"), LONG_AGO}) {
            get("Range", "bytes=2-4", "If-Range", validator).statusCode(200).body(equalTo("abcdefghijklm"));
        }
    }

    @Test
    void aClientThatHasItIsToldSo() {
        get("If-None-Match", known("ETag")).statusCode(304).header("ETag", known("ETag"));
        get("If-Modified-Since", known("Last-Modified")).statusCode(304);
        get("If-None-Match", "\"other\"").statusCode(200);
        get("If-Modified-Since", LONG_AGO).statusCode(200);
    }

    @Test
    void aClientThatWantsNothingElseIsToldThatItHasChanged() {
        get("If-Match", "\"other\"").statusCode(412);
        get("If-Unmodified-Since", LONG_AGO).statusCode(412);
        get("If-Match", known("ETag")).statusCode(200);
        get("If-Unmodified-Since", known("Last-Modified")).statusCode(200);
        get("If-Match", "\"other\"", "Range", "bytes=2-4", "If-Range", known("ETag"))
                .statusCode(412);
    }

    private ValidatableResponse get(String name, String value, Object... more) {
        return given().headers(name, value, more).get(file).then();
    }

    private String known(String header) {
        return given().head(file).header(header);
    }

    private void put(String text) {
        given().body(text).contentType("text/plain").put(file).then().statusCode(200);
    }
}
