/** A digest of the sources of this build, put in by esbuild.config.mjs. */
declare const BUILD_ID: string;
