package gm.sharing.question;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StoredAnswers extends Repository<StoredAnswer, Long> {

    /**
     * The newest of each question in each process, of a partner in each step, because several people of it may answer one form: the form first
     * that was answered first, within it in its own order.
     */
    @Query(
            """
            select answer from StoredAnswer answer where answer.id in (
                select max(newest.id) from StoredAnswer newest where newest.reference = :reference
                group by newest.subject, newest.processRun, newest.form, newest.questionKey,
                    case when newest.subject = '' then '' else newest.element end)
            order by
                (select min(first.id) from StoredAnswer first
                    where first.reference = answer.reference and first.subject = answer.subject
                    and first.form = answer.form),
                answer.position,
                answer.id""")
    List<StoredAnswer> findInForce(String reference);

    /** The same of one form. */
    @Query(
            """
            select answer from StoredAnswer answer where answer.id in (
                select max(newest.id) from StoredAnswer newest
                where newest.reference = :reference and newest.form = :form
                group by newest.subject, newest.processRun, newest.questionKey,
                    case when newest.subject = '' then '' else newest.element end)
            order by
                (select min(first.id) from StoredAnswer first
                    where first.reference = answer.reference and first.subject = answer.subject
                    and first.form = answer.form),
                answer.position,
                answer.id""")
    List<StoredAnswer> findInForce(String reference, String form);
}
