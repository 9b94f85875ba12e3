package io.runstream.standalone;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Something of everything that the server keeps, all of one owner, and with a word in its names that stands nowhere else.
 *
 * @param word the experiment's, the run's and the registered model's names hold it
 * @param guest a user who may read the registered model, and nothing else
 */
record SecuredWorld(
        String word,
        String experiment,
        String deletedExperiment,
        String run,
        String loggedModel,
        String model,
        String version,
        String guest,
        Person owner) {
    static final String METRIC = "loss";
    static final String TAG = "stage";
    static final String FILE = "notes.txt";
    static final String ALIAS = "best";

    static SecuredWorld of(Person administrator, Person owner) {
        String word = "hush" + UUID.randomUUID().toString().replace("-", "");
        String experiment = experiment(owner, word);
        String deleted = experiment(owner, word + "-deleted");
        owner.post("experiments/delete", Map.of("experiment_id", deleted));
        owner.post("experiments/set-experiment-tag", Map.of("experiment_id", experiment, "key", TAG, "value", word));
        String run = owner.post("runs/create", Map.of("experiment_id", experiment, "run_name", word))
                .at("/run/info/run_id")
                .asText();
        Map<String, ?> dataset = Map.of("name", word, "digest", "d", "source_type", "local", "source", "s");
        owner.post("runs/log-inputs", Map.of("run_id", run, "datasets", List.of(Map.of("dataset", dataset))));
        owner.post("runs/log-metric", Map.of("run_id", run, "key", METRIC, "value", 1.5, "timestamp", 1, "step", 1));
        owner.post("runs/set-tag", Map.of("run_id", run, "key", TAG, "value", word));
        String loggedModel = owner.post(
                        "logged-models", Map.of("experiment_id", experiment, "name", word, "source_run_id", run))
                .at("/model/info/model_id")
                .asText();
        owner.send("PATCH", "/api/2.0/mlflow/logged-models/" + loggedModel + "/tags", tags(word));
        owner.post("registered-models/create", Map.of("name", word));
        owner.post("registered-models/set-tag", Map.of("name", word, "key", TAG, "value", word));
        String version = owner.post(
                        "model-versions/create",
                        Map.of(
                                "name",
                                word,
                                "source",
                                "mlflow-artifacts:/" + experiment + "/" + run + "/artifacts",
                                "run_id",
                                run))
                .at("/model_version/version")
                .asText();
        owner.post("model-versions/set-tag", Map.of("name", word, "version", version, "key", TAG, "value", word));
        owner.post("registered-models/alias", Map.of("name", word, "alias", ALIAS, "version", version));
        String guest = "guest-" + word;
        administrator.post("users/create", Map.of("username", guest, "password", Person.PASSWORD));
        owner.grantRead(guest, "registered_model", word);
        SecuredWorld world = new SecuredWorld(word, experiment, deleted, run, loggedModel, word, version, guest, owner);
        world.owner.send("PUT", "/api/2.0/mlflow-artifacts/artifacts/" + world.file(), word);
        world.owner.send("PUT", "/api/2.0/mlflow-artifacts/artifacts/" + world.modelFile(), word);
        return world;
    }

    private static String experiment(Person owner, String name) {
        return owner.post("experiments/create", Map.of("name", name))
                .path("experiment_id")
                .asText();
    }

    private static String tags(String word) {
        return Person.json(Map.of("tags", List.of(Map.of("key", TAG, "value", word))));
    }

    /** The path of a file of the run, below {@code mlflow-artifacts:/}. */
    String file() {
        return runFolder() + "/" + FILE;
    }

    String runFolder() {
        return experiment + "/" + run + "/artifacts";
    }

    /** The path of a file of the logged model. */
    String modelFile() {
        return experiment + "/models/" + loggedModel + "/artifacts/" + FILE;
    }
}
