package io.runstream.query.graphql;

import graphql.language.EnumTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.DataFetcher;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.WiringFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How fields are read from REST's answers: the same names in another spelling. A field that is not there has the value that
 * Protobuf gives to one never set, as it has in MLflow, which answers from Protobuf messages.
 */
final class AnswerFields implements WiringFactory {
    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");

    @Override
    public DataFetcher<?> getDefaultDataFetcher(FieldWiringEnvironment field) {
        Type<?> type = field.getFieldDefinition().getType();
        String key = CAPITAL.matcher(field.getFieldDefinition().getName())
                .replaceAll(capital -> "_" + capital.group().toLowerCase(Locale.ROOT));
        Object unset = unset(type, field.getRegistry());
        boolean isNumber = type instanceof TypeName name && name.getName().equals("Float");
        return environment -> {
            Map<String, Object> answer = environment.getSource();
            Object value = answer == null ? null : answer.get(key);
            if (value == null) {
                return unset;
            }
            return isNumber ? finite(value) : value;
        };
    }

    /** GraphQL has no NaN, which is text in JSON: null, as in MLflow. */
    private static @Nullable Object finite(Object value) {
        return value instanceof Number number && !Double.isNaN(number.doubleValue()) ? number : null;
    }

    private static @Nullable Object unset(Type<?> type, TypeDefinitionRegistry types) {
        return switch (type) {
            case NonNullType nonNull -> unset(nonNull.getType(), types);
            case ListType list -> List.of();
            case TypeName name -> unset(name, types);
            default -> throw new IllegalStateException("No such type: " + type);
        };
    }

    private static @Nullable Object unset(TypeName type, TypeDefinitionRegistry types) {
        return switch (type.getName()) {
            case "String" -> "";
            case "LongString" -> 0L;
            case "Float" -> 0.0;
            case "Boolean" -> false;
            case "ApiError" -> null;
            default ->
                types.getType(type, EnumTypeDefinition.class)
                        .<Object>map(words ->
                                words.getEnumValueDefinitions().getFirst().getName())
                        .orElse(Map.of());
        };
    }
}
