/** Reads the changes of a catalog's table with the Kinesis Client Library. */
@NullMarked
package catalog;

import org.jspecify.annotations.NullMarked;
