package org.certbench.ui.driver;

/**
 * Cards come and go while the window is open: the status line tells it, and the wizard's page of the
 * card goes on by itself (M04). The same for every driver. There are no other readers than those of the
 * service that the hands start, and it is not running yet.
 */
public final class CardScenario {

	/** What a person does with cards and readers. */
	public interface Hands {

		/** Starts the card service of the machine; its first reader is empty. */
		void startService();

		/** Ends it. */
		void endService();

		/** Puts the eID of {@value CardScenario#HOLDER} into the first reader. */
		void insertEid();

		/** The PIN of the eID, which the person gives once for each call. */
		String pin();

		/** Puts a card into the first reader that is not an eID. */
		void insertBankCard();

		/** Takes the card out of the first reader. */
		void remove();
	}

	static final String HOLDER = "Jane Ann Doe";
	private static final String STATUS = "status.card";
	private static final String CARDS = "wizard.card.card";
	private static final String REMARK = "wizard.card.remark";
	private static final String PHOTO = "wizard.card.photo";
	private static final String NEXT = "wizard.next";

	private final UiDriver ui;
	private final String pictures;
	private final Hands hands;
	private final SeenTimes times;

	/** @param pictures how the names of the pictures begin */
	public CardScenario(UiDriver ui, String pictures, Hands hands) {
		this.ui = ui;
		this.pictures = pictures;
		this.hands = hands;
		this.times = new SeenTimes(pictures);
	}

	/** From the service's start to its end. */
	public void run() {
		var start = new StartPage(ui);
		ui.awaitShown("start.task.request");
		watchStatus();
		var wizard = start.start("request", pictures);
		wizard.acceptTerms();
		insertAndRemove();
		refuseOtherCard();
		restartService();
		hands.remove();
		wizard.leave();
		hands.endService();
		times.keep();
	}

	private void watchStatus() {
		hands.startService();
		ui.await("the empty reader is told", () -> ui.text(STATUS).contains("00 00") && !ui.text(STATUS).contains(HOLDER));
		ui.screenshot(pictures + "-status-empty");
		times.measure("status line: insertion", hands::insertEid,
				() -> ui.await("the card is told", () -> ui.text(STATUS).contains(HOLDER)));
		ui.screenshot(pictures + "-status-card");
		times.measure("status line: removal", hands::remove,
				() -> ui.await("the removal is told", () -> !ui.text(STATUS).contains(HOLDER)));
	}

	private void insertAndRemove() {
		awaitEmpty();
		look("page-empty");
		insert();
		ui.awaitShown(PHOTO);
		look("page-card");
		remove();
		if (ui.isShown(PHOTO)) {
			throw new AssertionError("the photo is shown though the card is gone");
		}
		insert();
		remove();
	}

	private void remove() {
		times.measure("card page: removal", hands::remove, this::awaitEmpty);
	}

	private void insert() {
		times.measure("card page: insertion", hands::insertEid, () -> ui.awaitEnabled(NEXT));
		if (!ui.text(REMARK).contains(HOLDER)) {
			throw new AssertionError("it is not said whose card it is: " + ui.text(REMARK));
		}
	}

	private void awaitEmpty() {
		ui.await("no card is in", () -> ui.isShown(CARDS) && !ui.isEnabled(NEXT) && ui.rows(CARDS).size() == 2
				&& ui.rows(CARDS).getFirst().contains("00 00") && !ui.text(REMARK).isBlank());
	}

	private void refuseOtherCard() {
		hands.insertBankCard();
		ui.await("it is said that it is not an eID, and where the guide tells more", () -> ui.isShown("problem.guide"));
		look("page-other-card");
		if (ui.isEnabled(NEXT)) {
			throw new AssertionError("one could go on with a card that is not an eID");
		}
		hands.remove();
		ui.await("it is waited for a card again", () -> !ui.isShown("problem.guide"));
	}

	private void restartService() {
		times.measure("card page: service gone", hands::endService,
				() -> ui.await("the readers are gone", () -> ui.rows(CARDS).isEmpty()));
		look("page-no-service");
		times.measure("card page: service back", hands::startService, this::awaitEmpty);
		insert();
		look("page-again");
	}

	/** Keeps a picture, and fails where a text is cut. */
	private void look(String name) {
		ui.screenshot(pictures + "-" + name);
		var cut = ui.cutTexts();
		if (!cut.isEmpty()) {
			throw new AssertionError("cut texts on " + pictures + "-" + name + ": " + cut);
		}
	}
}
