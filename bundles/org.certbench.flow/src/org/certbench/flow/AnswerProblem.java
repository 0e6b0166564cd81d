package org.certbench.flow;

/**
 * What is wrong with an answer.
 *
 * @param answer  which one
 * @param message one sentence, shown beside the field
 * @param missing whether it is merely not given yet, which is no error while one is typing
 */
public record AnswerProblem(Answer<?> answer, String message, boolean missing) {
}
