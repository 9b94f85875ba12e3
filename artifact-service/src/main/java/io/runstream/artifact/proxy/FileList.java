package io.runstream.artifact.proxy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.runstream.artifact.ArtifactPath;
import io.runstream.artifact.store.ObjectEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A folder as MLflow's clients read it.
 *
 * @param rootUri of the run or model; null where the list is of no run's
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FileList(
        @JsonProperty("root_uri") @Nullable String rootUri,
        @JsonProperty("files") List<FileInfo> files) {

    /** @param fileSize in bytes; null for a folder and, as MLflow has it, for an empty file */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FileInfo(
            @JsonProperty("path") String path,
            @JsonProperty("is_dir") boolean isDir,
            @JsonProperty("file_size") @Nullable Long fileSize) {

        static FileInfo from(ArtifactPath folder, ObjectEntry entry) {
            String path = folder.isRoot() ? entry.name() : folder.value() + "/" + entry.name();
            return switch (entry) {
                case ObjectEntry.File(String name, long size) -> new FileInfo(path, false, size == 0 ? null : size);
                case ObjectEntry.Folder(String name) -> new FileInfo(path, true, null);
            };
        }
    }

    /** @param folder what the names stand below; the root for bare names */
    public static FileList from(@Nullable String rootUri, ArtifactPath folder, List<ObjectEntry> entries) {
        return new FileList(
                rootUri,
                entries.stream().map(entry -> FileInfo.from(folder, entry)).toList());
    }
}
