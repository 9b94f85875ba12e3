package io.runstream.ingest;

import com.google.protobuf.InvalidProtocolBufferException;
import io.runstream.event.ReplyAddress;
import io.runstream.event.v1.Reply;
import io.runstream.event.v1.ServiceMessage;
import io.runstream.event.v1.TrackingEvent;
import io.runstream.kit.log.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Stands where the projector stands: reads the log and answers as the test says. */
final class ScriptedProjector implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final KafkaProducer<byte[], byte[]> producer;
    private final List<TrackingEvent> events = new CopyOnWriteArrayList<>();
    private final Function<TrackingEvent, @Nullable Reply> script;
    private final Thread thread;
    private volatile boolean closed;

    /** @param script null leaves the command without a verdict */
    ScriptedProjector(String bootstrapServers, Function<TrackingEvent, @Nullable Reply> script) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 0);
        this.script = script;
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.consumer = new KafkaConsumer<>(
                // A consumer is closed when its last request is answered: at once, not when nothing has come for long.
                Map.of("bootstrap.servers", bootstrapServers, "fetch.max.wait.ms", 10),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(Topics.TRACKING).stream()
                .map(partition -> new TopicPartition(Topics.TRACKING, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        this.thread = Thread.ofPlatform().start(this::run);
    }

    /** What is in the log, in the order it was read. */
    List<TrackingEvent> events() {
        return events;
    }

    /** The first event like that, once it is in the log. */
    TrackingEvent await(Predicate<TrackingEvent> like) {
        return Awaitility.await()
                .until(() -> events.stream().filter(like).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private void run() {
        while (!closed) {
            consumer.poll(Duration.ofMillis(50)).forEach(this::accept);
        }
        consumer.close();
    }

    private void accept(ConsumerRecord<byte[], byte[]> record) {
        TrackingEvent event = parse(record.value());
        events.add(event);
        var header = record.headers().lastHeader(ReplyAddress.HEADER);
        if (header == null) {
            return;
        }
        ReplyAddress address = ReplyAddress.parse(header.value()).orElseThrow();
        Reply reply = script.apply(event);
        if (reply != null) {
            ServiceMessage message = ServiceMessage.newBuilder()
                    .setReply(reply.toBuilder().setCorrelationId(address.correlationId()))
                    .build();
            producer.send(new ProducerRecord<>(Topics.REPLIES, address.replyKey(), message.toByteArray()));
        }
    }

    private static TrackingEvent parse(byte[] value) {
        try {
            return TrackingEvent.parseFrom(value);
        } catch (InvalidProtocolBufferException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.join();
        producer.close();
    }
}
