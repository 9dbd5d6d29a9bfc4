package io.chargelake.jobs.extract;

import io.chargelake.jobs.lake.Run;
import io.chargelake.jobs.lake.SecretRef;
import io.chargelake.jobs.lake.UserError;
import io.chargelake.privacy.cell.CellRules;
import io.chargelake.privacy.delivery.Sheet;
import io.chargelake.privacy.ledger.PastDelivery;
import io.chargelake.privacy.pseudonym.Keys;
import io.chargelake.privacy.request.Admitted;
import io.chargelake.privacy.request.Limits;
import io.chargelake.privacy.request.Product;
import java.security.SecureRandom;
import java.util.List;

/**
 * Makes what a request asks for, as the product it is, and reports to whoever makes it; nothing is written or spent yet.
 *
 * @param delivery its name
 * @param place where the key is, for tasks, which are never sent the key
 * @param earlier all that was told of this lake
 */
record Making(
        Run run,
        Source source,
        Admitted admitted,
        String delivery,
        SecretRef place,
        Keys keys,
        List<Ledger.Entry> earlier) {

    Made made() {
        if (admitted.request().product() == Product.PSEUDONYMISED) {
            return pseudonymised();
        }
        return admitted.request().differentialPrivacy().isPresent() ? noised() : judged();
    }

    private Made judged() {
        List<Ask> asks = Ask.of(admitted);
        var cells = new Gather(admitted, asks)
                .cells(Records.numbered(run, source, admitted, place), (int) Limits.DEFAULT.cells() + 1);
        requireSome(cells.size());
        Texts.check(admitted, cells);
        Candidates candidates = Candidates.of(admitted, delivery, asks, cells);
        CellRules rules = new CellRules(run.settings().privacy().cells());
        byte[] rounding = keys.rounding().bytes();
        List<PastDelivery> told = earlier.stream().map(Ledger.Entry::delivery).toList();
        Judgement judgement = Judgement.of(candidates, told, rules, rounding);
        Telling telling = new Telling(candidates, judgement, rules, rounding);
        Sheet sheet = telling.sheet(admitted);
        Report.print(run.out(), telling, sheet);
        return new Made(sheet, judgement.delivered(), 0);
    }

    private Made noised() {
        Spending spending = Spending.of(
                admitted.request().differentialPrivacy().orElseThrow(),
                run.settings().privacy().noiseBudgetRho(),
                earlier);
        var noised = new Noised(admitted, place);
        Noised.Sums sums = noised.sums(Records.numbered(run, source, admitted, place));
        Sheet sheet = noised.sheet(sums, new SecureRandom());
        Report.print(run.out(), sums, spending, sheet);
        return new Made(sheet, List.of(), spending.asked().rhoMicros());
    }

    private Made pseudonymised() {
        run.say(
                "Attention: rows under pseudonyms are personal data; one who knows a few of a vehicle's records finds the others."
                        + " Deliver figures (product: anonymous) where they do.");
        Sheet sheet = new Pseudonymised(admitted, delivery).sheet(Records.named(run, source, admitted), place);
        return new Made(sheet, List.of(), 0);
    }

    private static void requireSome(int cells) {
        if (cells == 0) {
            throw UserError.quality(
                    "Cannot extract: there are no records of this period and these filters (check period and filters of the request; nothing was spent)");
        }
        if (cells > Limits.DEFAULT.cells()) {
            throw UserError.privacy("Cannot extract: there are more than " + Limits.DEFAULT.cells()
                    + " cells (rule too_many_cells; ask for fewer dimensions or a shorter period)");
        }
    }
}
