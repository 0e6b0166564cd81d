package org.certbench.ui.wizard.internal.page;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.certbench.core.Texts;
import org.certbench.flow.Answer;
import org.certbench.flow.AnswerProblem;
import org.certbench.flow.PasswordStep;
import org.certbench.keystore.PasswordPolicy;
import org.certbench.ui.wizard.PageContext;
import org.certbench.ui.wizard.StepPage;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/** Asks for a new password, twice, with each check of the policy, and whether it holds, as a sign and in words (M10). */
public final class PasswordPage implements StepPage {

	private static final Texts TEXTS = Texts.of(PasswordPage.class);

	private final Map<PasswordPolicy, Remark> checks = new EnumMap<>(PasswordPolicy.class);
	private PageContext context;
	private Field password;
	private Field again;

	@Override
	public void create(Composite parent, PageContext of) {
		context = of;
		GridLayoutFactory.fillDefaults().numColumns(3).spacing(12, 10).applyTo(parent);
		var kind = context.step().kind();
		password = Field.secret(parent, kind, Answer.NEW_PASSWORD, TEXTS.get("password.new"), context.session(),
				context::answered);
		again = Field.secret(parent, kind, Answer.NEW_PASSWORD_AGAIN, TEXTS.get("password.again"), context.session(),
				context::answered);
		var list = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).span(3, 1).indent(0, 12).applyTo(list);
		GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(list);
		for (var check : PasswordPolicy.values()) {
			checks.put(check, new Remark(list,
					"wizard.%s.check.%s".formatted(kind.id(), check.name().toLowerCase(Locale.ROOT).replace('_', '-'))));
		}
	}

	@Override
	public void refresh() {
		// the fields hold what was typed
	}

	@Override
	public void show(List<AnswerProblem> problems) {
		var failed = ((PasswordStep) context.step()).failed(context.session());
		checks.forEach((check, remark) -> {
			boolean nothingTyped = password.isEmpty() && again.isEmpty();
			if (nothingTyped || password.isEmpty() && check != PasswordPolicy.CONFIRMATION) {
				remark.waiting(check.description());
			} else if (failed.contains(check)) {
				remark.wrong(TEXTS.get("password.not-yet", check.description()));
			} else {
				remark.good(TEXTS.get("password.holds", check.description()));
			}
		});
		password.show(problems.stream().filter(problem -> !problem.missing() && !isCheck(problem.message())).toList());
	}

	/** Whether it stands in the list of checks already. */
	private boolean isCheck(String message) {
		return checks.keySet().stream().anyMatch(check -> check.description().equals(message));
	}

	@Override
	public void focus() {
		(password.isEmpty() ? password : again).focus();
	}
}
