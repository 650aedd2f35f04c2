package org.nachbarstrom.suite.declaration;

import com.fasterxml.jackson.databind.JsonNode;
import org.nachbarstrom.suite.launch.Stage;

/**
 * One object of a declaration and where it goes.
 *
 * @param kind what it is, for people
 * @param id its id
 * @param stage the service that owns it
 * @param path its resource
 * @param body its representation
 */
public record Step(String kind, String id, Stage stage, String path, JsonNode body) {}
