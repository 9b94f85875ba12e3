package io.runstream.transfer.command;

import io.runstream.transfer.Progress;
import io.runstream.transfer.TransferException;
import io.runstream.transfer.archive.Archive;
import io.runstream.transfer.archive.Totals;
import io.runstream.transfer.log.KafkaClients;
import io.runstream.transfer.log.LogImport;
import io.runstream.transfer.log.LogImport.Plan;
import io.runstream.transfer.objects.Bucket;
import io.runstream.transfer.objects.BucketAddress;
import io.runstream.transfer.objects.ObjectImport;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Copies an archive into a cluster: artifacts first, so that nobody sees a run whose artifacts are still to come. */
final class Import {
    private static final String ACCESS_KEY = "RUNSTREAM_ARTIFACT_STORE_ACCESS_KEY";
    private static final String SECRET_KEY = "RUNSTREAM_ARTIFACT_STORE_SECRET_KEY";

    private final TransferOptions.Import options;
    private final Map<String, String> environment;
    private final Progress progress;

    /** @param environment holds the store's credentials */
    Import(TransferOptions.Import options, Map<String, String> environment, Progress progress) {
        this.options = options;
        this.environment = environment;
        this.progress = progress;
    }

    /**
     * Returns when all is there and was looked at.
     *
     * @throws TransferException it is not
     */
    void run() throws InterruptedException {
        Archive archive = Archive.toRead(options.from());
        KafkaClients kafka = new KafkaClients(options.kafka(), settings(options.kafkaProperties()));
        try (Bucket bucket = Bucket.at(address())) {
            requireBucket(bucket);
            LogImport log = new LogImport(archive, kafka, options.withAccess(), progress);
            ObjectImport objects = new ObjectImport(archive, bucket, progress);

            Plan plan = log.plan();
            objects.checkArchive();
            long uploaded = objects.upload();
            log.send(plan);
            List<LogImport.Count> counts = log.verify(plan);
            if (options.readBack()) {
                objects.readBack();
            } else {
                objects.askBack();
            }
            report(archive.totals(), counts, plan.missing(), uploaded);
        }
    }

    private void requireBucket(Bucket bucket) {
        if (!bucket.exists()) {
            throw TransferException.failed("The artifact store at " + options.s3Endpoint() + " has no bucket "
                    + options.bucket() + ". Start artifact-service once, which makes it, or make it yourself.");
        }
    }

    private BucketAddress address() {
        return new BucketAddress(
                options.s3Endpoint(),
                options.region(),
                options.bucket(),
                options.prefix(),
                environment.get(ACCESS_KEY),
                environment.get(SECRET_KEY));
    }

    private static Map<String, String> settings(@Nullable Path file) {
        if (file == null) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw TransferException.failed("The file " + file + " can't be read: " + e, e);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty));
    }

    private void report(Totals totals, List<LogImport.Count> counts, long sent, long uploaded) {
        progress.say("");
        progress.say("%-24s %15s %15s".formatted("", "archive", "target"));
        for (LogImport.Count count : counts) {
            progress.say("%-24s %,15d %,15d".formatted(count.topic(), count.inArchive(), count.inTarget()));
        }
        progress.say("%-24s %,15d %,15d".formatted("artifacts", totals.objects(), totals.objects()));
        progress.say("%-24s %15s %15s"
                .formatted("", Progress.size(totals.objectBytes()), Progress.size(totals.objectBytes())));
        progress.say("");
        progress.say("All of the archive is in the target, once, and equal. New this time: %,d events, %,d artifacts."
                .formatted(sent, uploaded));
    }
}
