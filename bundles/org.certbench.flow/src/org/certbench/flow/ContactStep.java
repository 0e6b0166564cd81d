package org.certbench.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.certbench.authority.ContactData;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;

/** Asks how to reach the holder, and which base services the certificate is used for (M07). */
public final class ContactStep extends StandardStep {

	private static final Pattern BASE_SERVICE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,39}");

	/** Finds contact data to begin with, such as those of the old certificate (M21). */
	@FunctionalInterface
	public interface Prefill {

		/**
		 * What is known.
		 *
		 * @param contact      how to reach the holder
		 * @param baseServices codes such as {@code tsa}
		 */
		record Known(ContactData contact, List<String> baseServices) {

			/** Nothing is known. */
			public static final Known NOTHING = new Known(ContactData.EMPTY, List.of());

			public Known {
				baseServices = List.copyOf(baseServices);
			}
		}

		Known find(FlowSession session, Progress progress) throws ProblemException;
	}

	private final Prefill prefill;

	/** Begins with empty fields. */
	public ContactStep() {
		this((session, progress) -> Prefill.Known.NOTHING);
	}

	public ContactStep(Prefill prefill) {
		super(StepKind.CONTACT);
		this.prefill = prefill;
	}

	/** What was answered already, on the command line for instance, goes before what is known. */
	@Override
	public void enter(FlowSession session, Progress progress) throws ProblemException {
		var known = prefill.find(session, progress);
		putUnlessAnswered(session, Answer.PERSONAL_EMAIL, known.contact().personalEmail());
		putUnlessAnswered(session, Answer.GENERAL_EMAIL, known.contact().generalEmail());
		putUnlessAnswered(session, Answer.PERSONAL_PHONE, known.contact().personalPhone());
		putUnlessAnswered(session, Answer.GENERAL_PHONE, known.contact().generalPhone());
		putUnlessAnswered(session, Answer.BASE_SERVICES, String.join(",", known.baseServices()));
	}

	private static void putUnlessAnswered(FlowSession session, Answer<String> answer, String known) {
		if (session.get(answer).isEmpty()) {
			session.put(answer, known);
		}
	}

	@Override
	public List<AnswerProblem> check(FlowSession session) {
		var problems = new ArrayList<AnswerProblem>();
		check(session, Answer.PERSONAL_EMAIL, true, ContactData::isEmail, "contact.wrongEmail", problems);
		check(session, Answer.GENERAL_EMAIL, false, ContactData::isEmail, "contact.wrongEmail", problems);
		check(session, Answer.PERSONAL_PHONE, true, ContactData::isPhone, "contact.wrongPhone", problems);
		check(session, Answer.GENERAL_PHONE, false, ContactData::isPhone, "contact.wrongPhone", problems);
		if (!baseServices(session).stream().allMatch(code -> BASE_SERVICE.matcher(code).matches())) {
			problems.add(wrong(Answer.BASE_SERVICES, "contact.wrongBaseService"));
		}
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

	/** The codes of the base services as answered. */
	public static List<String> baseServices(FlowSession session) {
		return Pattern.compile(",").splitAsStream(session.get(Answer.BASE_SERVICES).orElse("")).map(String::strip)
				.filter(code -> !code.isEmpty()).distinct().toList();
	}
}
