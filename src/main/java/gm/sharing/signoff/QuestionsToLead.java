package gm.sharing.signoff;

import gm.sharing.Refused;
import gm.sharing.organisation.By;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/** What a partner's people asked the lead before they decide, one question at a time, and what the lead said. */
@Embeddable
public class QuestionsToLead {

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "sign_off_question", joinColumns = @JoinColumn(name = "sign_off"))
    @OrderColumn(name = "position")
    private List<QuestionToLead> asked = new ArrayList<>();

    void ask(QuestionToLead question) {
        if (open().isPresent()) {
            throw new Refused("A question of your organisation already waits for the lead’s answer.");
        }
        asked.add(question);
    }

    void answer(String answer, By by) {
        var open = open().orElseThrow(() -> new Refused("This question was answered already."));
        asked.set(asked.indexOf(open), open.answered(answer, by));
    }

    /** Oldest first. */
    public List<QuestionToLead> all() {
        return List.copyOf(asked);
    }

    /** The question that waits for the lead's answer. */
    public Optional<QuestionToLead> open() {
        return asked.stream().filter(QuestionToLead::isOpen).findFirst();
    }
}
