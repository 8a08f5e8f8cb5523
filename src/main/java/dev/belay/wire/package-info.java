/** HTTP and framing: carries a request out and frames back in. The only user of OkHttp. */
@NullMarked
package dev.belay.wire;

import org.jspecify.annotations.NullMarked;
