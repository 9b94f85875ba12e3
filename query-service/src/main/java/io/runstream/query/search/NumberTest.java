package io.runstream.query.search;

/** What a filter asks of a number. */
public record NumberTest(Comparison comparison, Value value) {

    /** A number as precise as it was written: 64-bit integers must not pass through a double. */
    public sealed interface Value {
        /** For SQL. */
        Object boxed();

        /** Of digits, perhaps with a sign, a point or an exponent. An integer of more than 64 bits becomes a double. */
        static Value of(Operand number) {
            if (number.kind() == Operand.Kind.INTEGER) {
                try {
                    return new Whole(Long.parseLong(number.text()));
                } catch (NumberFormatException e) {
                    return new Real(Double.parseDouble(number.text()));
                }
            }
            return new Real(Double.parseDouble(number.text()));
        }
    }

    public record Whole(long value) implements Value {
        @Override
        public Object boxed() {
            return value;
        }
    }

    /**
     * @param value may be infinite, never NaN
     */
    public record Real(double value) implements Value {
        @Override
        public Object boxed() {
            return value;
        }
    }

    /** For a column {@code double precision} without NaN. */
    public Sql sqlOfDouble(Sql column) {
        double number = switch (value) {
            case Whole whole -> whole.value();
            case Real real -> real.value();
        };
        return column.plus(" " + comparison.symbol() + " ").plus(Sql.param(number));
    }

    /** For a column {@code double precision} with NaN, which to Postgres is greater than all numbers: it meets only !=. */
    public Sql sqlOfDoubleOrNaN(Sql column) {
        Sql sql = sqlOfDouble(column);
        return comparison == Comparison.GREATER || comparison == Comparison.GREATER_OR_EQUAL
                ? sql.plus(" AND ").plus(column).plus(" <> 'NaN'")
                : sql;
    }

    /** For a column {@code bigint}. */
    public Sql sqlOfLong(Sql column) {
        String cast = value instanceof Real ? "::double precision" : "::bigint";
        return column.plus(" " + comparison.symbol() + " ")
                .plus(Sql.param(value.boxed()))
                .plus(cast);
    }
}
