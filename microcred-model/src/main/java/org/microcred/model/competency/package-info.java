/**
 * Competency frameworks: packages of 1EdTech Competencies and Academic Standards Exchange (CASE)
 * 1.0 and 1.1, and plain lists.
 *
 * <p>{@link org.microcred.model.competency.CompetencyFramework#parse(byte[])} reads a package and
 * judges every object in it. The framework keeps the bytes of the package and an index over them;
 * {@link org.microcred.model.competency.Competency} and the other records are made from the bytes
 * each time they are asked for. So a framework of 100,000 competencies needs little more memory
 * than its package, nothing of it is ever lost, and records hold no references to each other: go
 * from one to the next through the framework.
 *
 * <pre>{@code
 * CompetencyFramework framework = CompetencyFramework.parse(bytes);
 * for (Competency root : framework.roots()) {
 *   System.out.println(root.fullStatement() + ": " + framework.descendants(root).size());
 * }
 * for (AlignedCompetency aligned : framework.aligned(achievement)) {
 *   System.out.println(aligned.competency().fullStatement() + ", by " + aligned.match());
 * }
 * }</pre>
 *
 * <p>The records have the names of the specification without its prefix "CF": a CFItem is a {@code
 * Competency}, a CFDocument a {@code FrameworkDocument}.
 *
 * @see <a href="https://www.imsglobal.org/spec/CASE/v1p1/">CASE 1.1</a>
 */
@NullMarked
package org.microcred.model.competency;

import org.jspecify.annotations.NullMarked;
