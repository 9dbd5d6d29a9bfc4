package io.chargelake.jobs.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** A capability is one slice; everything else belongs to none. */
record Capabilities(String... packages) implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        for (String capability : packages) {
            String root = capability.replace("..", "");
            if (type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".")) {
                return SliceIdentifier.of(root);
            }
        }
        return SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
        return "capabilities";
    }
}
