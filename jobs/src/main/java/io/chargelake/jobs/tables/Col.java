package io.chargelake.jobs.tables;

import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/** One column of a {@link Table}: the only place where its name is written. */
public record Col(String name, DataType type, Need need, String unit, String meaning, Subject subject) {

    /** Whether a row without this value can be kept. */
    public enum Need {
        REQUIRED,
        OPTIONAL
    }

    /** Whom a value tells of. */
    public enum Subject {
        THINGS,
        /** One vehicle or its driver: personal data, and so is each row that holds it. */
        A_PERSON
    }

    public Col {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("Cannot declare column '" + name + "': names are snake_case");
        }
        Objects.requireNonNull(type);
    }

    public static Col string(String name) {
        return of(name, DataTypes.StringType);
    }

    public static Col integer(String name) {
        return of(name, DataTypes.IntegerType);
    }

    public static Col bigint(String name) {
        return of(name, DataTypes.LongType);
    }

    public static Col real(String name) {
        return of(name, DataTypes.DoubleType);
    }

    public static Col bool(String name) {
        return of(name, DataTypes.BooleanType);
    }

    public static Col timestamp(String name) {
        return of(name, DataTypes.TimestampType);
    }

    public static Col date(String name) {
        return of(name, DataTypes.DateType);
    }

    public static Col strings(String name) {
        return of(name, DataTypes.createArrayType(DataTypes.StringType));
    }

    public static Col of(String name, DataType type) {
        return new Col(name, type, Need.OPTIONAL, "", "", Subject.THINGS);
    }

    public Col required() {
        return new Col(name, type, Need.REQUIRED, unit, meaning, subject);
    }

    public Col unit(String symbol) {
        return new Col(name, type, need, symbol, meaning, subject);
    }

    public Col means(String sentence) {
        return new Col(name, type, need, unit, sentence, subject);
    }

    /** Marks an id of a vehicle or person. */
    public Col personal() {
        return new Col(name, type, need, unit, meaning, Subject.A_PERSON);
    }

    public boolean isPersonal() {
        return subject == Subject.A_PERSON;
    }

    public boolean isRequired() {
        return need == Need.REQUIRED;
    }

    /** This column of whatever Dataset the expression is used on. */
    public Column col() {
        return functions.col(name);
    }

    /** This column of the side of a join that was given an alias. */
    public Column of(String alias) {
        return functions.col(alias + "." + name);
    }

    public StructField field() {
        return DataTypes.createStructField(name, type, true);
    }
}
