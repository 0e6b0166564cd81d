package org.certbench.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import org.certbench.authority.ContactData;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;

/** Asks how to reach the holder, and which base services the certificate is used for (M07). */
public final class ContactStep extends StandardStep {

	/** Finds contact data to begin with, such as those of the old certificate (M21). */
	@FunctionalInterface
	public interface Prefill {
		ContactData find(FlowSession session, Progress progress) throws ProblemException;
	}

	private final Prefill prefill;

	/** Begins with empty fields. */
	public ContactStep() {
		this((session, progress) -> ContactData.EMPTY);
	}

	public ContactStep(Prefill prefill) {
		super(StepKind.CONTACT);
		this.prefill = prefill;
	}

	@Override
	public void enter(FlowSession session, Progress progress) throws ProblemException {
		if (session.get(Answer.PERSONAL_EMAIL).isPresent()) {
			return;
		}
		var found = prefill.find(session, progress);
		session.put(Answer.PERSONAL_EMAIL, found.personalEmail());
		session.put(Answer.GENERAL_EMAIL, found.generalEmail());
		session.put(Answer.PERSONAL_PHONE, found.personalPhone());
		session.put(Answer.GENERAL_PHONE, found.generalPhone());
	}

	@Override
	public List<AnswerProblem> check(FlowSession session) {
		var problems = new ArrayList<AnswerProblem>();
		check(session, Answer.PERSONAL_EMAIL, true, ContactData::isEmail, "contact.wrongEmail", problems);
		check(session, Answer.GENERAL_EMAIL, false, ContactData::isEmail, "contact.wrongEmail", problems);
		check(session, Answer.PERSONAL_PHONE, true, ContactData::isPhone, "contact.wrongPhone", problems);
		check(session, Answer.GENERAL_PHONE, false, ContactData::isPhone, "contact.wrongPhone", problems);
		return problems;
	}

	private static void check(FlowSession session, Answer<String> answer, boolean required, Predicate<String> form,
			String wrong, List<AnswerProblem> problems) {
		var text = session.get(answer).orElse("").strip();
		if (text.isEmpty() && required) {
			problems.add(missing(answer));
		} else if (!text.isEmpty() && !form.test(text)) {
			problems.add(wrong(answer, wrong));
		}
	}

	/** The contact data as answered. */
	public static ContactData contactData(FlowSession session) {
		return new ContactData(session.get(Answer.PERSONAL_EMAIL).orElse(""), session.get(Answer.GENERAL_EMAIL).orElse(""),
				session.get(Answer.PERSONAL_PHONE).orElse(""), session.get(Answer.GENERAL_PHONE).orElse(""));
	}
}
