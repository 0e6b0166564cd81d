package org.certbench.keystore;

/** A keystore that nobody else works on until this is closed. Any thread may close it; twice does no harm. */
public interface KeystoreClaim extends AutoCloseable {

	@Override
	void close();
}
