package org.certbench.export.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;

import org.certbench.core.Holder;
import org.certbench.core.Knowledge;
import org.certbench.core.LifeCycleState;
import org.certbench.core.Texts;
import org.certbench.export.ExportContent;
import org.certbench.export.ExportFormat;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.Words;
import org.certbench.journal.RequestRecord;

/**
 * A calendar (RFC 5545) of what is to be done and when: the day from which on a certificate can be
 * renewed, its last day, and the next step of each request under way (M20). All are days, in the time
 * zone of this computer. Each has the same UID in every export, so that importing again replaces what
 * was imported before.
 *
 * <p>
 * Written here and not by a library: those there are bring a dozen others along, for a format of which
 * a few lines are needed.
 */
public final class CalendarFormat implements ExportFormat {

	private static final Texts TEXTS = Texts.of(CalendarFormat.class);
	/** In the morning of the day. */
	private static final String ON_THE_DAY = "PT9H";
	private static final List<String> BEFORE_EXPIRY = List.of("-P60D", "-P30D", "-P14D", "-P7D");

	@Override
	public void write(ExportContent content, OutputStream out) throws IOException {
		var calendar = new CalendarWriter(content.at());
		var known = new HashSet<String>();
		for (var life : content.certificates()) {
			// A copy of a keystore is the same certificate.
			if (isToBeWatched(life) && known.add(life.identity())) {
				certificate(life, calendar);
			}
		}
		content.requests().forEach(request -> nextStep(request, content.at(), calendar));
		out.write(calendar.end().getBytes(StandardCharsets.UTF_8));
	}

	/** Whose end matters still: not what is over, and not what was replaced. */
	private static boolean isToBeWatched(CertificateLife life) {
		return life.unreadable().isEmpty() && life.dates().isPresent() && !life.state().isFinal();
	}

	private static void certificate(CertificateLife life, CalendarWriter calendar) {
		var dates = life.dates().orElseThrow();
		var estimate = dates.knowledge() == Knowledge.ESTIMATED ? " (" + Words.of(Knowledge.ESTIMATED) + ")" : "";
		var details = details(life);
		if (life.state() == LifeCycleState.ACTIVE || life.state() == LifeCycleState.RENEWAL_DUE) {
			life.renewalWindow().ifPresent(window -> calendar.event("window", life.identity(), day(window.opens()),
					TEXTS.get("calendar.window", life.displayName()) + estimate,
					TEXTS.get("calendar.window.text", day(dates.notAfter())) + "\n\n" + details, List.of(ON_THE_DAY)));
		}
		calendar.event("expiry", life.identity(), day(dates.notAfter()),
				TEXTS.get("calendar.expiry", life.displayName()) + estimate,
				TEXTS.get("calendar.expiry.text") + "\n\n" + details, BEFORE_EXPIRY);
	}

	private static void nextStep(RequestRecord request, Instant now, CalendarWriter calendar) {
		var name = request.holderName().isEmpty() ? request.holder().toString() : request.holderName();
		var from = request.tryAgainFrom().filter(moment -> moment.isAfter(now)).orElse(now);
		request.next().ifPresent(action -> calendar.event("next", request.key().hex(), day(from),
				TEXTS.get("calendar.next." + action.name(), name),
				Words.of(action) + "\n\n" + TEXTS.get("calendar.details", request.holder(),
						Words.of(request.environment()), request.keystore()),
				List.of(ON_THE_DAY)));
	}

	private static String details(CertificateLife life) {
		return TEXTS.get("calendar.details", life.knownHolder().map(Holder::toString).orElseGet(life::displayName),
				Words.of(life.environment()), life.file());
	}

	private static LocalDate day(Instant moment) {
		return LocalDate.ofInstant(moment, ZoneId.systemDefault());
	}
}
