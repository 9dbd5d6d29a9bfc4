package io.chargelake.jobs.publish.postgres;

import io.chargelake.jobs.lake.ExitCode;
import io.chargelake.jobs.lake.UserError;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Says what is wrong with a database in one line that a user can act on. The first rule that fits any exception of the chain wins. The
 * server's own words are not repeated: they may hold values of rows.
 */
final class DatabaseErrors {
    private static final String PASSWORD =
            "change --user, or the password at the place --password names; without one, PostgreSQL's password file ~/.pgpass";

    private static final String DEPENDS =
            "somebody's view or table depends on what has to change (drop it, publish, and create it again)";

    private static final List<Rule> RULES = List.of(
            error(UnknownHostException.class, ExitCode.INPUT, "its host name is not known (change --database)"),
            error(
                    ConnectException.class,
                    ExitCode.INPUT,
                    "nobody answers there (start PostgreSQL, or change host and port of --database)"),
            error(NoRouteToHostException.class, ExitCode.INPUT, "there is no way to its host (change --database)"),
            error(
                    SocketTimeoutException.class,
                    ExitCode.RETRY,
                    "it does not answer in time (run the same command again later)"),
            error(
                    SSLException.class,
                    ExitCode.INPUT,
                    "its certificate can't be trusted (name the right one by sslrootcert in --database, or change sslmode)"),
            state("28P01", ExitCode.INPUT, "it refuses the user or the password (" + PASSWORD + ")"),
            state(
                    "28",
                    ExitCode.INPUT,
                    "it does not let this user in from here (change --user, sslmode in --database, or the server's pg_hba.conf)"),
            state("3D000", ExitCode.INPUT, "there is no such database (create it, or change --database)"),
            state(
                    "53300",
                    ExitCode.RETRY,
                    "it has too many connections (run again later, or with fewer --connections)"),
            state("53100", ExitCode.INPUT, "its disk is full (free some space there)"),
            state(
                    "57014",
                    ExitCode.RETRY,
                    "it cancelled a statement that took too long (raise its statement_timeout for this user)"),
            state("57P", ExitCode.RETRY, "it is starting or shutting down (run the same command again later)"),
            state(
                    "55P03",
                    ExitCode.RETRY,
                    "another run publishes the same table, or someone holds a lock on it (run the same command again later)"),
            state("40", ExitCode.RETRY, "it gave this transaction up for another one (run the same command again)"),
            state(
                    "42501",
                    ExitCode.INPUT,
                    "the user lacks a right (an administrator runs what ./chargelake publish --ddl prints first, or grants"
                            + " CREATE on the database; tables must belong to the user that publishes)"),
            state("2BP01", ExitCode.INPUT, DEPENDS),
            state("0A000", ExitCode.INPUT, DEPENDS),
            state(
                    "42P07",
                    ExitCode.INPUT,
                    "something that is not Chargelake's has the same name there (rename or drop it)"),
            state("23502", ExitCode.QUALITY, "a required column is empty in a row (repair the table in the lake)"),
            state("23505", ExitCode.QUALITY, "two rows have the same key (repair the table in the lake)"),
            state("21000", ExitCode.QUALITY, "two rows have the same key (repair the table in the lake)"),
            state(
                    "08004",
                    ExitCode.INPUT,
                    "it asks for a password or an encryption that was not given (" + PASSWORD
                            + "; or change sslmode in --database)"),
            state("08", ExitCode.RETRY, "the connection broke (run the same command again)"));

    /** @param what was being done: 'publish utilization' */
    static UserError explain(String what, Database database, Throwable error) {
        Optional<UserError> known = causes(error)
                .filter(UserError.class::isInstance)
                .map(UserError.class::cast)
                .findFirst();
        String cannot = "Cannot " + what + " to " + database.shown() + ": ";
        return known.or(() -> RULES.stream()
                        .filter(rule -> causes(error).anyMatch(rule.fits))
                        .findFirst()
                        .map(rule -> new UserError(rule.code, cannot + rule.text + place(error), error)))
                .orElseGet(() -> unexpected(cannot, error));
    }

    private static UserError unexpected(String cannot, Throwable error) {
        Throwable root = causes(error).reduce((outer, inner) -> inner).orElse(error);
        String state = root instanceof SQLException sql ? ", state " + sql.getSQLState() : "";
        return new UserError(
                ExitCode.OTHER,
                cannot + "an unexpected " + root.getClass().getSimpleName() + state + " (--debug shows all of it)",
                error);
    }

    /** Which column, constraint or schema; never a value. */
    private static String place(Throwable error) {
        return causes(error)
                .filter(PSQLException.class::isInstance)
                .map(cause -> ((PSQLException) cause).getServerErrorMessage())
                .filter(message -> message != null)
                .findFirst()
                .map(DatabaseErrors::place)
                .orElse("");
    }

    private static String place(ServerErrorMessage message) {
        if (message.getColumn() != null) {
            return ": column " + message.getColumn();
        }
        return message.getConstraint() != null ? ": " + message.getConstraint() : "";
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, e -> e != null, e -> e.getCause() == e ? null : e.getCause());
    }

    private static Rule error(Class<? extends Throwable> type, ExitCode code, String text) {
        return new Rule(type::isInstance, code, text);
    }

    private static Rule state(String beginning, ExitCode code, String text) {
        return new Rule(
                error -> error instanceof SQLException sql
                        && sql.getSQLState() != null
                        && sql.getSQLState().startsWith(beginning),
                code,
                text);
    }

    private record Rule(Predicate<Throwable> fits, ExitCode code, String text) {}

    private DatabaseErrors() {}
}
