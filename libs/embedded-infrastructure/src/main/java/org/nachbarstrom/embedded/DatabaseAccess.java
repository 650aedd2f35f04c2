package org.nachbarstrom.embedded;

/**
 * How a service reaches its database.
 *
 * @param jdbcUrl for migrations
 * @param reactiveUrl for the Vert.x client
 * @param username owner of the database, not a superuser, so that row-level security holds for it
 * @param password of the owner
 */
public record DatabaseAccess(
    String jdbcUrl, String reactiveUrl, String username, String password) {}
