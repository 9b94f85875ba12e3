package io.runstream.transfer.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.runstream.embedded.LoopbackPort;
import io.runstream.testkit.TestS3;
import io.runstream.transfer.Progress;
import io.runstream.transfer.Stops;
import io.runstream.transfer.Stops.Stopped;
import io.runstream.transfer.TransferException;
import io.runstream.transfer.archive.Archive;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From one bucket into another, under a prefix there. */
class ObjectTransferIT {
    private static final int LARGE = 12 << 20;

    @TempDir
    Path folder;

    private final TestBucket source = TestBucket.make("");
    private final TestBucket target = TestBucket.make("team/a");

    private final Map<String, String> expected = new TreeMap<>();

    @BeforeEach
    void fill() throws Exception {
        for (int i = 0; i < 40; i++) {
            put("0/run/artifacts/part-" + i, "content " + i);
        }
        put("0/run/artifacts/empty", "");
        put("1/run/artifacts/a b/ü+%25&?.txt", "odd name");
        put("1/run/artifacts/large", "x".repeat(LARGE));
    }

    private void put(String key, String content) throws Exception {
        source.put(key, content);
        expected.put(key, content);
    }

    private ObjectExport.Copied export(Progress progress) {
        Archive archive = Archive.toWrite(folder, "source", 0);
        ObjectExport.Copied copied = new ObjectExport(source.bucket(), archive.objects(), progress).run();
        archive.complete(copied.objects(), copied.bytes());
        return copied;
    }

    private ObjectImport objectImport(Progress progress) {
        return new ObjectImport(Archive.toRead(folder), target.bucket(), progress);
    }

    @Test
    void everyObjectArrivesWithItsBytesAndItsType() throws Exception {
        ObjectExport.Copied copied = export(Stops.never());
        ObjectImport objects = objectImport(Stops.never());

        objects.checkArchive();
        assertThat(objects.upload()).isEqualTo(43);
        objects.readBack();
        objects.askBack();

        assertThat(copied).isEqualTo(new ObjectExport.Copied(43, LARGE + 8 + 10 * 9 + 30 * 10));
        assertThat(target.contents()).isEqualTo(expected);
        assertThat(target.contentType("0/run/artifacts/part-0")).isEqualTo("text/x-test");
    }

    @Test
    void whatIsThereIsNotPutAgain() throws Exception {
        export(Stops.never());
        objectImport(Stops.never()).upload();

        assertThat(objectImport(Stops.never()).upload()).isZero();
        assertThat(target.contents()).isEqualTo(expected);
    }

    @Test
    void interruptedStepsGoOnWhereTheyStopped() throws Exception {
        assertThatThrownBy(() -> export(Stops.after(20))).isInstanceOf(Stopped.class);
        export(Stops.never());
        assertThatThrownBy(() -> objectImport(Stops.after(20)).upload()).isInstanceOf(Stopped.class);

        assertThat(objectImport(Stops.never()).upload()).isBetween(1L, 24L);

        assertThat(target.contents()).isEqualTo(expected);
    }

    @Test
    void aStoreThatWasUsedOnIsExportedOn() throws Exception {
        export(Stops.never());
        put("0/run/artifacts/part-0", "CONTENT 0");
        put("0/run/artifacts/new", "new");
        source.remove("0/run/artifacts/part-1");
        expected.remove("0/run/artifacts/part-1");

        assertThat(export(Stops.never()).objects()).isEqualTo(43);
        objectImport(Stops.never()).upload();

        assertThat(target.contents()).isEqualTo(expected);
    }

    @Test
    void anObjectThatChangedOnItsWayIsNoticed() throws Exception {
        export(Stops.never());
        ObjectImport objects = objectImport(Stops.never());
        objects.upload();
        target.put("0/run/artifacts/part-3", "content X");

        String sentence =
                "The artifact 0/run/artifacts/part-3 is not in the store as it is in the archive: remove it there, and"
                        + " run the import again.";
        assertThatThrownBy(objects::readBack)
                .isInstanceOf(TransferException.class)
                .hasMessage(sentence);
        assertThatThrownBy(objects::askBack)
                .isInstanceOf(TransferException.class)
                .hasMessage(sentence);
    }

    @Test
    void aStoreThatDoesNotKnowUsIsToldInASentence() {
        TestS3 store = TestS3.shared();
        BucketAddress address =
                new BucketAddress(store.endpoint(), "us-east-1", "runstream", "", "nobody", "nothing-at-all");
        try (Bucket bucket = Bucket.at(address)) {
            assertThatThrownBy(() -> bucket.list(object -> {}))
                    .isInstanceOf(TransferException.class)
                    .hasMessageStartingWith(
                            "The artifact store at " + store.endpoint() + "/runstream does not do what it is asked: ")
                    .hasMessageNotContaining("nothing-at-all");
        }
    }

    @Test
    void aStoreThatIsNotThereIsToldInASentence() {
        BucketAddress address = new BucketAddress(
                URI.create("http://127.0.0.1:" + LoopbackPort.free()), "us-east-1", "runstream", "", "key", "secret");
        try (Bucket bucket = Bucket.at(address)) {
            String sentence = "The artifact store at " + address + " does not do what it is asked: ";
            assertThatThrownBy(bucket::exists)
                    .isInstanceOf(TransferException.class)
                    .hasMessageStartingWith(sentence);
            assertThatThrownBy(() -> bucket.head("key"))
                    .isInstanceOf(TransferException.class)
                    .hasMessageStartingWith(sentence);
        }
    }
}
