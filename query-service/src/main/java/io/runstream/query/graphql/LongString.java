package io.runstream.query.graphql;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.util.Locale;

/** A 64-bit integer: a string in answers, a number or a string in requests. */
final class LongString implements Coercing<Long, String> {
    static final GraphQLScalarType TYPE = GraphQLScalarType.newScalar()
            .name("LongString")
            .coercing(new LongString())
            .build();

    private LongString() {}

    @Override
    public String serialize(Object number, GraphQLContext context, Locale locale) {
        return number.toString();
    }

    @Override
    public Long parseValue(Object input, GraphQLContext context, Locale locale) {
        try {
            return Long.valueOf(input.toString());
        } catch (NumberFormatException e) {
            throw new CoercingParseValueException("LongString cannot represent " + input, e);
        }
    }

    @Override
    public Long parseLiteral(Value<?> literal, CoercedVariables variables, GraphQLContext context, Locale locale) {
        return switch (literal) {
            case IntValue number -> number.getValue().longValueExact();
            case StringValue text -> parseValue(text.getValue(), context, locale);
            default -> throw new CoercingParseLiteralException("LongString cannot represent " + literal);
        };
    }
}
