package io.chargelake.jobs.dashboard.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BundleTest {

    @Test
    void modulesStandInTheOrderTheyNeedEachOther() {
        String joined = Bundle.of(
                Map.of(
                        "/app/main.js",
                        "import { twice } from './pages/math.js';\nimport {\n  one as first,\n} from './one.js';\ntwice(first);\n",
                        "/app/pages/math.js",
                        "import { one } from '../one.js';\nexport async function twice(x) { return one + x; }\nexport const list = [];\n",
                        "/app/one.js",
                        "export const one = 1;\nexport class Thing {}\n"),
                "/app/main.js");
        assertThat(joined)
                .containsSubsequence(
                        "const module_app_one_js = (() => {",
                        "const one = 1;",
                        "return {one, Thing};",
                        "const module_app_pages_math_js = (() => {",
                        "const { one } = module_app_one_js;",
                        "async function twice(x)",
                        "return {twice, list};",
                        "const module_app_main_js = (() => {",
                        "one: first")
                .doesNotContain("import ", "export ");
    }

    @Test
    void aFormItDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> Bundle.of(Map.of("/app/main.js", "export default 1;\n"), "/app/main.js"))
                .hasMessageContaining("/app/main.js has a form that is not known here (export default 1;)");
        assertThatThrownBy(() -> Bundle.of(Map.of("/app/main.js", "import { a } from './gone.js';\n"), "/app/main.js"))
                .hasMessageContaining("/app/gone.js is not there");
        assertThatThrownBy(() -> Bundle.of(Map.of("/a.js", "import { b } from './a.js';\n"), "/a.js"))
                .hasMessageContaining("needs itself");
    }
}
