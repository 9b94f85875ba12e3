package io.runstream.api.access;

import io.runstream.access.Every;
import io.runstream.access.Grantable;
import io.runstream.access.Securable;
import io.runstream.error.AccessErrors;
import io.runstream.id.ExperimentId;
import java.util.Arrays;

/** What MLflow calls the kinds of things that have permissions. It has others; they are not here. */
enum ResourceType {
    EXPERIMENT("experiment", Every.EXPERIMENT) {
        @Override
        Securable one(String id) {
            return new Securable.Experiment(ExperimentId.parse(id).value());
        }
    },
    REGISTERED_MODEL("registered_model", Every.REGISTERED_MODEL) {
        @Override
        Securable one(String id) {
            return new Securable.RegisteredModel(id);
        }
    };

    private static final String ALL = "*";

    private final String wireName;
    private final Every every;

    ResourceType(String wireName, Every every) {
        this.wireName = wireName;
        this.every = every;
    }

    abstract Securable one(String id);

    /** @throws io.runstream.error.ApiException 400 if there are no such things */
    static Grantable parse(String type, String id) {
        ResourceType known = Arrays.stream(values())
                .filter(candidate -> candidate.wireName.equals(type))
                .findFirst()
                .orElseThrow(() -> AccessErrors.unknownResourceType(
                        type,
                        Arrays.stream(values())
                                .map(candidate -> candidate.wireName)
                                .toList()));
        return id.equals(ALL) ? known.every : known.one(id);
    }

    static String typeOf(Grantable what) {
        if (what instanceof Every every) {
            return of(every).wireName;
        }
        return of(((Securable) what).every()).wireName;
    }

    static String idOf(Grantable what) {
        if (what instanceof Securable.Experiment experiment) {
            return Long.toString(experiment.id());
        }
        return what instanceof Securable.RegisteredModel model ? model.name() : ALL;
    }

    private static ResourceType of(Every every) {
        return switch (every) {
            case EXPERIMENT -> EXPERIMENT;
            case REGISTERED_MODEL -> REGISTERED_MODEL;
        };
    }
}
