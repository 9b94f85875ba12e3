package io.runstream.query.search;

import io.runstream.api.request.RequestFields;
import org.jspecify.annotations.Nullable;

/** Whether a search shows what is active, what is deleted, or both. */
public enum ViewType {
    ACTIVE_ONLY,
    DELETED_ONLY,
    ALL;

    private static final Reader READER = new Reader();

    /**
     * By name or by number from 1.
     *
     * @return {@link #ACTIVE_ONLY} if the field is absent
     * @throws io.runstream.error.ApiException 400 for what is no view type
     */
    public static ViewType from(RequestFields fields, String name) {
        ViewType view = fields.optionalEnum(name, READER);
        return view == null ? ACTIVE_ONLY : view;
    }

    /** @param deleted an expression of type {@code boolean} */
    public Sql sql(String deleted) {
        return switch (this) {
            case ACTIVE_ONLY -> Sql.text("NOT " + deleted);
            case DELETED_ONLY -> Sql.text(deleted);
            case ALL -> Sql.text("TRUE");
        };
    }

    private static final class Reader implements RequestFields.EnumReader<ViewType> {
        @Override
        public @Nullable ViewType byNumber(int number) {
            return number >= 1 && number <= values().length ? values()[number - 1] : null;
        }

        @Override
        public @Nullable ViewType byName(String name) {
            for (ViewType view : values()) {
                if (view.name().equals(name)) {
                    return view;
                }
            }
            return null;
        }
    }
}
