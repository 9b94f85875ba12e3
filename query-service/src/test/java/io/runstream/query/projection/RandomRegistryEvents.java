package io.runstream.query.projection;

import io.runstream.event.v1.ModelStage;
import io.runstream.event.v1.ModelVersionReference;
import io.runstream.event.v1.TrackingEvent;
import java.util.random.RandomGenerator;

/** Commands on few models with many versions, so that they get in each other's way. */
final class RandomRegistryEvents {
    private final RandomGenerator random;

    RandomRegistryEvents(RandomGenerator random) {
        this.random = random;
    }

    TrackingEvent.Builder event() {
        return switch (random.nextInt(24)) {
            case 0, 1 -> RegistryCommands.model(name());
            case 2 -> RegistryCommands.prompt(name());
            case 3, 4 -> RegistryCommands.rename(name(), name());
            case 5 -> RegistryCommands.describe(name(), word("d"));
            case 6 -> random.nextInt(4) == 0 ? RegistryCommands.deleteModel(name()) : RegistryCommands.model(name());
            case 7 -> RegistryCommands.tagModel(name(), word("t"), word("v"));
            case 8 -> RegistryCommands.untagModel(name(), word("t"));
            case 9 -> RegistryCommands.alias(name(), word("a"), number());
            case 10 -> RegistryCommands.removeAlias(name(), word("a"));
            case 11 -> RegistryCommands.copy(name(), reference());
            case 12 -> RegistryCommands.describe(name(), number(), word("d"));
            case 13, 14, 15, 16 ->
                RegistryCommands.move(
                        name(), number(), ModelStage.forNumber(random.nextInt(1, 5)), random.nextBoolean());
            case 17 -> RegistryCommands.deleteVersion(name(), number());
            case 18 -> RegistryCommands.tagVersion(name(), number(), word("t"), word("v"));
            case 19 -> RegistryCommands.untagVersion(name(), number(), word("t"));
            default -> RegistryCommands.version(name());
        };
    }

    private ModelVersionReference.Builder reference() {
        ModelVersionReference.Builder reference =
                ModelVersionReference.newBuilder().setName(name());
        return switch (random.nextInt(3)) {
            case 0 -> reference.setNumber(number());
            case 1 -> reference.setAlias(word("a"));
            default -> reference.setLatestInValue(random.nextInt(5));
        };
    }

    private String name() {
        return "model" + random.nextInt(3);
    }

    private int number() {
        return random.nextInt(1, 9);
    }

    private String word(String prefix) {
        return prefix + random.nextInt(3);
    }
}
