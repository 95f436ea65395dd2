/** How fast the suite is: JMH benchmarks, and the suite's side of the comparison with its peers. */
@org.jspecify.annotations.NullMarked
package io.modulecontract.benchmarks;
