package org.certbench.ui.wizard.internal.page;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.certbench.core.Finding;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;
import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.flow.Answer;
import org.certbench.ui.Icon;
import org.certbench.ui.ProblemArea;
import org.certbench.ui.UiJob;
import org.certbench.ui.wizard.PageContext;
import org.certbench.ui.wizard.StepPage;
import org.certbench.ui.wizard.internal.page.CardLookout.Sight;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.TableItem;

/** Shows the card readers and whose cards are in them, as they come and go (M04). */
public final class CardPage implements StepPage {

	private static final Texts TEXTS = Texts.of(CardPage.class);
	private static final String LAST_CARD = "card-number";
	private static final int LEAST_HEIGHT = 110;

	private PageContext context;
	private ChoiceTable<CardPlace> table;
	private HolderPhoto photo;
	private Remark remark;
	private ProblemArea problem;
	private Remark virtual;
	private Remark findings;
	private Remark forged;
	private CardChoice choice;
	private CardLookout lookout;

	@Override
	public void create(Composite parent, PageContext of) {
		context = of;
		choice = new CardChoice(Optional.ofNullable(of.remembered().get(LAST_CARD)));
		of.session().get(Answer.CARD).ifPresent(choice::byHand);
		GridLayoutFactory.fillDefaults().spacing(0, 12).applyTo(parent);
		table = new ChoiceTable<>(parent, "wizard.card.card", CardPlace.class,
				List.of("card.holder", "card.number", "card.reader"), CardPage::write).whenChosen(this::chooseByHand, context);
		GridDataFactory.fillDefaults().grab(true, false).hint(300, LEAST_HEIGHT).applyTo(table.table());
		var holder = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 0).applyTo(holder);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(holder);
		photo = new HolderPhoto(holder, "wizard.card.photo");
		remark = new Remark(holder, "wizard.card.remark");
		problem = new ProblemArea(parent);
		virtual = new Remark(parent, "wizard.card.virtual").goesWhenEmpty();
		findings = new Remark(parent, "wizard.card.findings").goesWhenEmpty();
		forged = new Remark(parent, "wizard.card.forged").goesWhenEmpty();
		lookout = new CardLookout(context.session().services().cards(), context.session().environment(), table.table(),
				this::show);
	}

	@Override
	public void refresh() {
		remark.waiting(TEXTS.get("card.waiting"));
		lookout.begin();
	}

	@Override
	public void focus() {
		table.table().setFocus();
	}

	@Override
	public void hidden() {
		lookout.end();
		context.session().get(Answer.CARD)
				.ifPresent(card -> context.remembered().put(LAST_CARD, card.identity().cardNumber()));
	}

	private void show(Sight sight) {
		table.show(sight.places());
		var cards = sight.places().stream().flatMap(place -> place.card().stream()).toList();
		problemIn(sight, cards).ifPresentOrElse(problem::show, problem::clear);
		var chosen = choice.of(cards);
		table.select(place -> chosen.filter(card -> place.inside() == card).isPresent());
		choose(chosen);
		if (chosen.isEmpty()) {
			whatToDo(sight, cards).ifPresentOrElse(remark::waiting, remark::clear);
		}
	}

	private static void write(TableItem row, CardPlace place) {
		row.setImage(place.card().isPresent() ? Icon.CARD.image() : Icon.READER.image());
		row.setText(new String[] { place.card().map(card -> card.identity().displayName())
				.or(() -> place.whyNot().map(Throwable::getMessage)).orElseGet(() -> TEXTS.get("card.none")),
				place.card().map(card -> card.identity().ssin().value()).orElse(""), place.reader() });
	}

	/** What keeps from reading a card, where none was read: with the page of the guide. */
	private static Optional<ProblemException> problemIn(Sight sight, List<Card> cards) {
		var problems = sight.places().isEmpty() ? sight.problems().stream()
				: sight.places().stream().flatMap(place -> place.whyNot().stream());
		return problems.findFirst().filter(any -> cards.isEmpty());
	}

	/** Nothing where no reader is there for a reason that is told. */
	private static Optional<String> whatToDo(Sight sight, List<Card> cards) {
		if (!cards.isEmpty()) {
			return Optional.of(TEXTS.get("card.choose"));
		}
		if (!sight.places().isEmpty()) {
			return Optional.of(TEXTS.get("card.waiting"));
		}
		return sight.problems().isEmpty() ? Optional.of(TEXTS.get("card.noReader")) : Optional.empty();
	}

	private void chooseByHand() {
		var selected = table.selected().flatMap(CardPlace::card);
		selected.ifPresent(choice::byHand);
		choose(selected);
	}

	private void choose(Optional<Card> card) {
		card.ifPresentOrElse(present -> context.session().put(Answer.CARD, present),
				() -> context.session().remove(Answer.CARD));
		card.ifPresentOrElse(present -> remark.good(TEXTS.get("card.read", present.identity().displayName())),
				() -> remark.waiting(TEXTS.get("card.waiting")));
		card.flatMap(Card::pinHint).ifPresentOrElse(virtual::note, virtual::clear);
		findings.clear();
		forged.clear();
		photo.clear();
		card.ifPresent(this::lookAtFindings);
		card.ifPresent(this::lookAtPhoto);
		context.answered();
	}

	/** What is wrong with a card is told later than whose it is: more must be read from it. */
	private void lookAtFindings(Card card) {
		UiJob.named(TEXTS.get("card.looking"), table.table(), progress -> card.findings()).quietly().whenDone(found -> {
			if (!found.isEmpty() && isChosen(card)) {
				findings.warning(found.stream().map(Finding::seen).collect(Collectors.joining("\n")));
			}
		}).start();
	}

	/** The photo comes last: a card needs a second to give it. */
	private void lookAtPhoto(Card card) {
		UiJob.named(TEXTS.get("card.looking"), table.table(), progress -> HolderPhoto.of(card)).quietly().whenDone(found -> {
			if (found.isPresent() && isChosen(card)) {
				photo.show(found.get(), card.identity().displayName());
			}
		}).whenFailed(problem -> {
			if (problem instanceof CardException.ForgedPhoto && isChosen(card)) {
				forged.warning(problem.getMessage());
			}
		}).start();
	}

	private boolean isChosen(Card card) {
		return context.session().get(Answer.CARD).filter(card::equals).isPresent();
	}
}
