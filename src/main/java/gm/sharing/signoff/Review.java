package gm.sharing.signoff;

import gm.sharing.NeededBy;
import gm.sharing.Texts;
import gm.sharing.code.CodeOf;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an IG officer or somebody else who reviews found. A request for changes or a refusal is the partner's decision; the other two advise the
 * signatory. It holds the answers of the form {@code review-agreement}.
 *
 * @param refusalGround the legal or statutory ground: a code of the table {@value Grounds#TABLE}
 * @param provision the provision that the refusal rests on, as it is cited
 * @param dpiaPosition on the lead organisation's assessment, where the partner is asked for one
 * @param adaptation what differs for a partner that adapts
 * @param dissent why a partner dissents
 * @param standingFrom which versions of which tables of standing conditions the form showed; decides nothing
 * @param policyDocument title of the partner's own appropriate policy document, where it relies on one
 */
@NeededBy("a partner’s review")
public record Review(
        @NotNull Decision decision,
        List<@Valid Condition> conditions,
        List<@Valid Comment> comments,
        @CodeOf(Grounds.TABLE) @Nullable @Size(max = 500) String refusalGround,
        @Nullable @Size(max = Texts.LONG) String provision,
        @Nullable DpiaPosition dpiaPosition,
        @Nullable @Size(max = Texts.LONG) String adaptation,
        @Nullable @Size(max = Texts.LONG) String dissent,
        @Nullable @Size(max = 1000) String policyDocument,
        @Nullable LocalDate policyReview,
        @Nullable @Size(max = Texts.LONG) String standingFrom)
        implements Decided {

    @Override
    public Decision decided() {
        return decision;
    }
}
