package org.certbench.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;

import org.certbench.core.Holder;
import org.certbench.core.HolderSubject;
import org.certbench.core.Texts;
import org.certbench.flow.Summary.Row;
import org.certbench.flow.Summary.Section;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A summary")
class SummaryBuilderTest {

	private static final Texts TEXTS = Texts.of(SummaryBuilder.class);

	@Test
	@DisplayName("M08, M11: shows facts under headings, and leaves out what is empty")
	void sections() {
		var file = Path.of("folder", "mine.p12").toAbsolutePath();
		var holder = new HolderSubject(Holder.parse("SSIN=85999900189"), "Jané Doe");

		var summary = new SummaryBuilder(TEXTS).section("summary.certificate").holder(holder).section("summary.signature")
				.row("summary.signer", "").keystore(file).build("<p>");

		assertEquals(List.of(
				new Section(TEXTS.get("summary.certificate"),
						List.of(new Row(TEXTS.get("holder.name"), "JANE DOE"),
								new Row(TEXTS.get("holder.identifier"), "SSIN=85999900189"))),
				new Section(TEXTS.get("keystore.title"), List.of(new Row(TEXTS.get("keystore.file"), "mine.p12"),
						new Row(TEXTS.get("keystore.folder"), file.getParent().toString())))),
				summary.sections());
		assertEquals("<p>", summary.document());
	}
}
