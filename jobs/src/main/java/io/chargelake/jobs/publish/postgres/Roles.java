package io.chargelake.jobs.publish.postgres;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The script that makes roles which can read what is published, and nothing else. */
final class Roles {

    /** @param publisher who publishes; empty for whoever runs the script */
    static String script(List<String> schemas, Optional<String> publisher) {
        return """
                -- Roles that can read what Chargelake publishes, and write nothing. Run it once, behind the first publish:
                --   psql -v ON_ERROR_STOP=1 -d DATABASE -f roles.sql
                -- as the user that publishes (who then needs CREATEROLE) or as an administrator.
                -- A person or a tool gets a login of its own:
                --   CREATE ROLE tableau LOGIN IN ROLE %s;   then:  \\password tableau
                """
                        .formatted(reader(schemas.get(0)))
                + schemas.stream().map(schema -> of(schema, publisher)).collect(Collectors.joining());
    }

    static String reader(String schema) {
        return schema + "_reader";
    }

    private static String of(String schema, Optional<String> publisher) {
        String role = Name.quoted(reader(schema));
        String in = Name.quoted(schema);
        String owner = publisher.map(Name::quoted).orElse("CURRENT_USER");
        return """

                DO $$ BEGIN
                    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = %s) THEN
                        CREATE ROLE %s NOLOGIN;
                    END IF;
                END $$;
                REVOKE ALL ON SCHEMA %s FROM PUBLIC;
                GRANT USAGE ON SCHEMA %s TO %s;
                GRANT SELECT ON ALL TABLES IN SCHEMA %s TO %s;
                -- what is published later
                ALTER DEFAULT PRIVILEGES FOR ROLE %s IN SCHEMA %s GRANT SELECT ON TABLES TO %s;
                """
                .formatted(Name.literal(reader(schema)), role, in, in, role, in, role, owner, in, role);
    }

    private Roles() {}
}
