package org.absentia.platform.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.absentia.platform.Ids;
import org.absentia.platform.event.Relay;
import org.absentia.platform.json.JsonReader;
import org.absentia.platform.problem.Faults;
import org.absentia.platform.security.Roles;
import org.absentia.platform.security.TrialScope;

@Path("/trials/{trialId}/notes")
@Produces("application/json")
public class NoteResource {
  private final EntityManager entities;
  private final Relay relay;
  private final TrialScope scope;

  NoteResource(EntityManager entities, Relay relay, TrialScope scope) {
    this.entities = entities;
    this.relay = relay;
    this.scope = scope;
  }

  @GET
  @RolesAllowed(Roles.OPERATOR)
  public String bug(@org.jboss.resteasy.reactive.RestPath String trialId) {
    scope.require(trialId);
    throw new IllegalStateException("secret 01010112345");
  }

  @POST
  @Consumes("application/json")
  @RolesAllowed(Roles.OPERATOR)
  @Transactional
  public String take(@org.jboss.resteasy.reactive.RestPath String trialId, byte[] body) {
    scope.require(trialId);
    Faults faults = new Faults();
    JsonReader in = JsonReader.of(JsonReader.parse(body), faults);
    String text = in.requiredText("text");
    faults.throwIfAny("invalid-note", "The note is not complete.");
    entities
        .createNativeQuery("insert into note (id, text) values (:id, :text)")
        .setParameter("id", Ids.next())
        .setParameter("text", text)
        .executeUpdate();
    relay.wake();
    return "{}";
  }
}
