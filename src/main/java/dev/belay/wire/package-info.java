/** HTTP and framing: carries a request out and frames back in. The only user of OkHttp. */
package dev.belay.wire;
