package org.certbench.ui.export.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.certbench.export.Exports;
import org.certbench.testing.Translations;
import org.certbench.ui.Services;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

@DisplayName("I04: exporting in the window")
class FormatChoiceTest {

	private static final List<Exports.Description> FORMATS = List.of(new Exports.Description("csv", "Table", "csv"),
			new Exports.Description("ics", "Calendar", "ics"), new Exports.Description("prometheus", "Metrics", "prom"));

	private final Preferences memory = InstanceScope.INSTANCE.getNode("org.certbench.ui.export.tests");
	private FormatChoice choice;

	@BeforeEach
	void forget() throws BackingStoreException {
		memory.clear();
		choice = new FormatChoice(FORMATS, memory);
	}

	@Test
	@DisplayName("each format with its files; the ending of the name says the format, else the chosen one counts")
	void formats() {
		assertEquals("Calendar (*.ics)", choice.names()[1]);
		assertArrayEquals(new String[] { "*.csv", "*.ics", "*.prom" }, choice.patterns());
		assertEquals("ics", choice.target(Path.of("/tmp/all.ics"), 0).format());
		assertEquals("prometheus", choice.target(Path.of("/tmp/all"), 2).format());
		assertEquals("csv", choice.target(Path.of("/tmp/all.txt"), -1).format());
	}

	@Test
	@DisplayName("format and folder are those of the last time")
	void remembered() {
		assertEquals("certificates.csv", choice.fileName("certificates"));
		assertEquals(System.getProperty("user.home"), choice.folder());

		var file = Path.of("exports", "mine.ics").toAbsolutePath();
		choice.remember(choice.target(file, 0));

		assertEquals(1, new FormatChoice(FORMATS, memory).index());
		assertEquals("certificates.ics", choice.fileName("certificates"));
		assertEquals(file.getParent().toString(), choice.folder());
	}

	@Test
	@DisplayName("the window offers it, with the formats that are installed")
	void offered() {
		var offered = PlatformUI.getWorkbench().getDisplay().syncCall(() -> {
			var command = PlatformUI.getWorkbench().getService(ICommandService.class).getCommand("org.certbench.ui.export.certificates");
			assertTrue(command.isDefined() && command.isHandled());
			return Services.find(Exports.class).orElseThrow().formats().stream().map(Exports.Description::id).toList();
		});
		assertEquals(List.of("csv", "json", "ics", "prometheus"), offered);
	}

	@Test
	@DisplayName("B05: every text is there in every language")
	void translated() {
		Translations.check(FormatChoice.class);
	}
}
