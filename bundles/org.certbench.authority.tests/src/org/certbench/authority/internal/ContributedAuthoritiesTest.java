package org.certbench.authority.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.ConnectException;
import java.nio.file.Path;
import java.util.List;

import org.certbench.authority.Authorities;
import org.certbench.authority.Authorities.Authority;
import org.certbench.authority.Authorities.Description;
import org.certbench.authority.AuthorityConnection;
import org.certbench.authority.AuthorityException;
import org.certbench.core.Environment;
import org.certbench.testing.TestRegistry;
import org.certbench.testing.Translations;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** W03, W07: authorities are known by what bundles contribute, and not otherwise. */
class ContributedAuthoritiesTest {

	private final TestRegistry registry = new TestRegistry(getClass().getClassLoader()).with("org.certbench.authority",
			"<extension-point id='authorities' name='Certificate authorities'/>");

	@Test
	void withoutAnyAuthority() {
		assertEquals(List.of(), new ContributedAuthorities(registry.registry()).installed());
	}

	@Test
	@DisplayName("a vendor's authority is one among the others, and is made once")
	void installed() {
		registry.with("org.example.ca", """
				<extension point='org.certbench.authority.authorities'>
					<authority id='example' name='Example' order='10' class='%s'/>
				</extension>""".formatted(Closed.class.getName()));
		Authorities authorities = new ContributedAuthorities(registry.registry());

		assertEquals(List.of(new Description("example", "Example")), authorities.installed());
		assertSame(authorities.authority("example"), authorities.authority("example"));
		assertThrows(IllegalArgumentException.class, () -> authorities.authority("other"));
	}

	@Test
	void everyTextIsThereInEveryLanguage() {
		Translations.check(AuthorityException.class);
	}

	/** An authority that serves nobody. */
	public static final class Closed implements Authority {

		@Override
		public List<Environment> environments() {
			return List.of();
		}

		@Override
		public AuthorityConnection connect(Environment environment, Path trace) throws AuthorityException {
			throw new AuthorityException.Unreachable("https://ca.example.org/", new ConnectException("closed"));
		}
	}
}
