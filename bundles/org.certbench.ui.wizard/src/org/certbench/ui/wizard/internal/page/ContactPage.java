package org.certbench.ui.wizard.internal.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.certbench.core.Texts;
import org.certbench.flow.Answer;
import org.certbench.flow.AnswerProblem;
import org.certbench.flow.ContactStep;
import org.certbench.ui.WidgetIds;
import org.certbench.ui.wizard.PageContext;
import org.certbench.ui.wizard.StepPage;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Asks how to reach the holder, and for which base services the certificate is used (M07). */
public final class ContactPage implements StepPage {

	private static final Texts TEXTS = Texts.of(ContactPage.class);
	private static final List<Answer<String>> ANSWERS = List.of(Answer.PERSONAL_EMAIL, Answer.PERSONAL_PHONE,
			Answer.GENERAL_EMAIL, Answer.GENERAL_PHONE);
	/** The codes that the manuals name; any other goes into the field beside them. */
	private static final List<String> BASE_SERVICES = List.of("tsa", "consultrn", "codage");

	private static final Pattern COMMA = Pattern.compile(",");

	private final Map<Answer<String>, Field> fields = new LinkedHashMap<>();
	private final Map<String, Button> services = new LinkedHashMap<>();
	private PageContext context;
	private Field others;

	@Override
	public void create(Composite parent, PageContext of) {
		context = of;
		GridLayoutFactory.fillDefaults().numColumns(3).spacing(12, 8).applyTo(parent);
		for (var answer : ANSWERS) {
			fields.put(answer, Field.of(parent, context.step().kind(), answer, TEXTS.get("contact." + answer.id()),
					context.session(), context::answered).example(TEXTS.get("contact.example." + answer.id())));
		}
		createServices(parent);
	}

	private void createServices(Composite parent) {
		var title = new Label(parent, SWT.WRAP);
		title.setText(TEXTS.get("contact.services"));
		GridDataFactory.fillDefaults().grab(true, false).span(3, 1).indent(0, 14).hint(300, SWT.DEFAULT).applyTo(title);
		for (var code : BASE_SERVICES) {
			var button = WidgetIds.set(new Button(parent, SWT.CHECK),
					"wizard.%s.%s.%s".formatted(context.step().kind().id(), Answer.BASE_SERVICES.id(), code));
			button.setText(TEXTS.get("contact.service." + code));
			GridDataFactory.fillDefaults().span(3, 1).indent(12, 0).applyTo(button);
			button.addListener(SWT.Selection, pressed -> putServices());
			services.put(code, button);
		}
		others = Field.of(parent, context.step().kind(), Answer.BASE_SERVICES, TEXTS.get("contact.services.others"),
				typed -> putServices());
	}

	@Override
	public void refresh() {
		recall();
		fields.forEach((answer, field) -> field.setText(context.session().get(answer).orElse("")));
		var chosen = ContactStep.baseServices(context.session());
		services.forEach((code, button) -> button.setSelection(chosen.contains(code)));
		others.setText(chosen.stream().filter(code -> !BASE_SERVICES.contains(code)).collect(Collectors.joining(", ")));
	}

	@Override
	public void show(List<AnswerProblem> problems) {
		fields.values().forEach(field -> field.show(problems));
		others.show(problems);
	}

	@Override
	public void focus() {
		fields.values().iterator().next().focus();
	}

	@Override
	public void hidden() {
		ANSWERS.forEach(answer -> context.session().get(answer)
				.ifPresent(text -> context.remembered().put(answer.id(), text)));
	}

	/** Where nothing is known, what was given the last time is a better start than nothing. */
	private void recall() {
		if (ANSWERS.stream().anyMatch(answer -> !context.session().get(answer).orElse("").isEmpty())) {
			return;
		}
		for (var answer : ANSWERS) {
			var known = context.remembered().get(answer.id());
			context.session().put(answer, known == null ? "" : known);
		}
	}

	private void putServices() {
		var ticked = services.keySet().stream().filter(code -> services.get(code).getSelection());
		var codes = Stream.concat(ticked, COMMA.splitAsStream(others.text()).map(String::strip)).filter(code -> !code.isEmpty())
				.collect(Collectors.joining(","));
		if (!codes.equals(context.session().get(Answer.BASE_SERVICES).orElse(""))) {
			context.session().put(Answer.BASE_SERVICES, codes);
			context.answered();
		}
	}
}
