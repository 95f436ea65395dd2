/**
 * Breaches of the rules about the packages of the same names, so that each rule is seen to fail.
 */
package io.modulecontract.wrong;
