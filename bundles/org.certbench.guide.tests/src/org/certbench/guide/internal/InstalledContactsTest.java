package org.certbench.guide.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import org.certbench.guide.Page;
import org.certbench.testing.TestLanguage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a person can ask, with and without an integrator whom the installation names (M33). */
class InstalledContactsTest {

	private static final String NOBODY = "Your own integrator, or whoever maintains your software";

	@AutoClose
	final TestLanguage language = TestLanguage.of(Locale.ENGLISH);

	@TempDir
	Path folder;

	@Test
	@DisplayName("M33: the integrator whom the installation names comes first, with how to be reached, in the user's language")
	void named() throws IOException {
		preset("""
				name = Société Exemple & Fils
				email = help@example.org
				phone = 02 555 01 99
				website = https://www.example.org/help
				""");
		var contacts = new InstalledContacts(installed());
		var reach = "Société Exemple & Fils, 02 555 01 99, help@example.org, https://www.example.org/help";
		assertEquals("Your own integrator, " + reach, contacts.first().getFirst());
		assertEquals(contacts.first(), contacts.all().subList(0, 2));
		assertTrue(contacts.all().toString().contains("REG-system@health.fgov.be"));
		Locale.setDefault(Locale.FRENCH);
		assertEquals("Votre propre intégrateur, " + reach, contacts.first().getFirst());
	}

	@Test
	@DisplayName("M33: pages that name the integrator name this one")
	void onPages() throws IOException {
		preset("name=Example");
		assertEquals("Your own integrator, Example", page(installed(), "handed-over-not").contact());
		assertEquals(NOBODY, page(Integrator.UNKNOWN, "handed-over-not").contact());
		assertFalse(page(installed(), "refused").contact().contains("Example"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "phone=02 555 01 99", "name=\\u12", "name = " })
	@DisplayName("M33: a file that names nobody is as if it were not there")
	void unusable(String content) throws IOException {
		preset(content);
		assertEquals(NOBODY, new InstalledContacts(installed()).first().getFirst());
	}

	@Test
	@DisplayName("M33: without a file, or a place to look for it, the integrator is nobody in particular")
	void nobody() {
		assertEquals(NOBODY, new InstalledContacts(installed()).first().getFirst());
		assertEquals(Integrator.UNKNOWN, new InstalledIntegrator((String) null).get());
	}

	private void preset(String content) throws IOException {
		Files.writeString(folder.resolve(InstalledIntegrator.FILE), content);
	}

	private Integrator installed() {
		return new InstalledIntegrator("file:" + folder + "/").get();
	}

	private static Page page(Integrator integrator, String problem) {
		var source = new PageSource("org.certbench.guide.pages.problems", InstalledContactsTest.class.getClassLoader(), integrator);
		return new Catalogue(List.of(source)).page(problem).orElseThrow();
	}
}
