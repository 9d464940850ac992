# Patrol in a container: `docker build -t patrol .`, then `docker run patrol COMMAND`.
# Needs no BuildKit. Rebuild now and then: the base images' tags follow their security updates.

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
# What is downloaded depends on this file alone: a layer that changed sources leave as it is.
COPY pom.xml ./
RUN mvn -q -B -Dstyle.color=never dependency:go-offline dependency:copy-dependencies@lib
COPY patrol ./
COPY src/main src/main
# The launcher builds what it starts; this shows that it starts.
RUN PATROL_ARCHIVE=off ./patrol --version
COPY LICENSE patrol.yaml ./
COPY src/deploy/health src/deploy/health
COPY rules rules
COPY inventory inventory
# All users may read, whatever the clone's own modes. Of inventories only the sample goes along:
# tokens and lists of your own are mounted, and stay out of an image.
RUN chmod -R a+rX LICENSE patrol patrol.yaml src/deploy rules inventory target \
    && if [ -n "$(grep -rL sampleOnly inventory/secrets)" ] \
      || ! grep -q PATROL_SAMPLE_ inventory/tokens.csv; then \
        echo 'The inventory is not the sample: left out.' >&2; rm -r inventory; mkdir inventory; \
      fi

FROM eclipse-temurin:17-jre-noble
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Patrol" \
      org.opencontainers.image.description="Audits the Coze access tokens that a team holds." \
      org.opencontainers.image.licenses="Apache-2.0" \
      org.opencontainers.image.revision="$REVISION"
# File names in any script need a locale of UTF-8. Half of the container's memory is for objects;
# Java's own share of a quarter wastes a small container.
ENV LANG=C.UTF-8 LC_ALL=C.UTF-8 PATROL_JAVA_OPTS=-XX:MaxRAMPercentage=50 \
    XDG_CACHE_HOME=/patrol/cache

# It looks like a clone: settings, inventory, rules and reports stand beside the launcher.
WORKDIR /patrol
COPY --from=build /build/target/lib target/lib
COPY --from=build /build/inventory inventory
COPY --from=build /build/rules rules
COPY --from=build /build/src/deploy src/deploy
COPY --from=build /build/LICENSE /build/patrol /build/patrol.yaml ./
COPY --from=build /build/target/patrol.jar target/
# The launcher checks a Java once, and keeps its name in this file; the archive of classes is made
# here, for a container's file system may be read-only. Only the reports are written: their folder is
# the owner's, and so is a new volume that is made from it.
RUN printf '%s\n' "$JAVA_HOME/bin/java" >target/patrol.stamp \
    && PATROL_ARCHIVE=now ./patrol --version \
    && install -d -o 10001 -g 10001 -m 0750 reports \
    && install -d -o 10001 -g 10001 -m 0700 cache
VOLUME /patrol/reports
USER 10001:10001
# Keeps the compiled rules, which must be their user's. Mounted ones that say the same are known by
# it; for others a volume in place of /patrol/cache spares compiling them at each start. A case that
# fails is told and keeps nobody from an image.
RUN ./patrol rules test || [ $? -eq 1 ]

HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 CMD ["/patrol/src/deploy/health"]
# The launcher ends by becoming Java, so that a signal to stop reaches it.
ENTRYPOINT ["/patrol/patrol"]
CMD ["--help"]
