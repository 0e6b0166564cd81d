package org.certbench.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Shows the terms of use; one cannot go on before they were shown and accepted (M03). */
public final class TermsStep extends StandardStep {

	private final String html;

	/** @param html the terms, an HTML document */
	public TermsStep(String html) {
		super(StepKind.TERMS);
		this.html = html;
	}

	/** The authority's own terms, else those that come with the product. */
	public static TermsStep of(FlowSession session) {
		return new TermsStep(session.termsOfUse().orElseGet(TermsStep::own));
	}

	/** The terms, an HTML document. */
	public String html() {
		return html;
	}

	@Override
	public List<AnswerProblem> check(FlowSession session) {
		return session.get(Answer.TERMS_ACCEPTED).orElse(false) ? List.of()
				: List.of(missing(Answer.TERMS_ACCEPTED));
	}

	private static String own() {
		try (var resource = TermsStep.class.getResourceAsStream(TEXTS.get("terms.document"))) {
			return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException("the terms of use cannot be read", e);
		}
	}
}
