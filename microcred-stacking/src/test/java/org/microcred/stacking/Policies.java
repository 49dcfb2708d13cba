package org.microcred.stacking;

import java.time.Instant;
import java.util.List;
import org.microcred.model.InvalidDocumentException;

/** Small policies and cases for tests. */
final class Policies {
  static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

  static final String AWARD =
      "{'id':'https://uni.example/award','type':['Achievement'],'name':'Award',"
          + "'description':'An award','criteria':{'narrative':'Earn the parts'}}";

  private Policies() {}

  /** A policy with a rule and further members, in JSON with single quotes. */
  static String json(String rule, String... members) {
    String more = members.length == 0 ? "" : "," + String.join(",", members);
    return ("{'id':'https://uni.example/stack','version':'1','award':"
            + AWARD
            + ",'rule':"
            + rule
            + more
            + "}")
        .replace('\'', '"');
  }

  static StackPolicy policy(String rule, String... members) {
    return parse(json(rule, members));
  }

  static StackPolicy parse(String json) {
    try {
      return StackPolicy.parse(json);
    } catch (InvalidDocumentException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  static Decision decide(StackPolicy policy, Holding... holdings) {
    return policy.decide(StackCase.builder(NOW).holdings(List.of(holdings)).build());
  }

  static Holding holding(String id, String achievement) {
    return Holding.builder(id, achievement).issuer("did:example:uni").build();
  }

  /** A policy that says everything that can be said. */
  static String everything() {
    return json(
        "{'id':'all','note':'n','allOf':["
            + "{'id':'h','hold':{'achievement':['a','b'],'issuer':'did:example:uni',"
            + "'source':{'not':'did:example:mill','absent':true},"
            + "'result':{'atLeast':'Pass','description':'urn:rd','scale':'pass','absent':false}}},"
            + "{'count':{'from':{'tag':{'is':['core','old'],'absent':false},"
            + "'anyOf':[{'achievement':'a'},{'not':{'earned':{'from':'2020-02-29','absent':false}}}]},"
            + "'distinctBy':'achievement'},'atLeast':2,'ofWhich':[{'id':'p','note':'n',"
            + "'from':{'tag':'x'},'atLeast':1,'atMost':{'percent':'50.5','of':'required'},"
            + "'ofWhich':[{'from':{},'atMost':{'percent':50,'of':'used'}}]},"
            + "{'mean':{'of':{'result':'urn:rd'},'by':'holding','from':{'tag':'y'}},'atLeast':2.25},"
            + "{'sum':{'of':'credits','unit':'h','absent':0},'atMost':'9.5'},{'count':{},'atLeast':0}]},"
            + "{'id':'s','sum':{'of':'credits','unit':'hour','from':{'allOf':[{'tag':'x'},{'tag':'y'}]},"
            + "'distinctBy':'achievement','absent':0},'atLeast':'7.50'},"
            + "{'id':'t','sum':{'of':{'fact':'live'},'unit':'hour'},'atLeast':1e1},"
            + "{'someOf':1,'rules':[{'id':'r','hold':{'result':{'is':'Distinction'}}},"
            + "{'hold':{'earned':{'from':'2020-01-01','to':'2020-01-01'}}}]},"
            + "{'id':'f','inForce':'whenEarned','which':'latest','hold':{'level':{'atLeast':6},"
            + "'fact':'track','is':'paid','absent':false,'reason':'NOT_ASSESSED'}},"
            + "{'id':'g','inForce':'ever','count':{'from':{'allOf':[{'fact':'mode','not':'online'},"
            + "{'fact':'mode','present':true},{'field':{'present':false}},{'assessed':true},"
            + "{'tag':{'is':['a','b'],'every':true}},{'fact':'hours','atMost':3,'scale':'pass'},"
            + "{'allOf':[{'type':'Course','reason':'NOT_ON_LIST'}],'reason':'BELOW_MINIMUM'},"
            + "{'result':{'atLeast':50,'every':true}},"
            + "{'earned':{'within':'P3Y','of':'2026-01-01','fact':'validFrom'}},"
            + "{'competency':{'targets':[{'url':'urn:x'},{'url':'urn:y','framework':'F','code':'1'}],"
            + "'level':{'atLeast':'B','scale':'pass'}}}]}},'atLeast':1},"
            + "{'id':'c','which':'best','cover':{'framework':'https://skills.example/f','under':'D',"
            + "'level':'Expert','from':{'issuer':'x'}}},"
            + "{'within':'P1Y6M','rule':{'id':'i','count':{'distinctBy':'issuer'},'atLeast':1}},"
            + "{'before':['i'],'rule':'h','strict':true}]}",
        "'$schema':'policy.schema.json'",
        "'note':'Numbers are example values'",
        "'effective':{'from':'2026-01-01','to':'2026-12-31','finishBy':'2028-12-31'}",
        "'exceptions':{'acceptedFrom':'did:example:uni'}",
        "'derive':[{'credits':{'unit':'CEU','over':'s'}},{'level':{'countBack':'72.5','unit':'hour'}},"
            + "{'level':{'take':'lowest'}},{'mean':{'points':{'A':4,'B':3.5},'description':'urn:rd',"
            + "'weight':'hour','over':'all'}}]",
        "'timeZone':'Europe/Vienna'",
        "'units':{'CEU':{'is':10,'of':'hour'}}",
        "'facts':{'track':{'from':'/credentialSubject/track','absent':null},"
            + "'hours':{'column':'Hours','unit':'hour','absent':0},'mode':{'tag':'mode:'},"
            + "'grade':{'result':'urn:rd'}}",
        "'values':[{'from':{'type':'Course'},'credits':{'amount':12,'unit':'CEU'},'note':'v'},"
            + "{'credits':{'amount':1,'unit':'hour'}}]",
        "'divisible':false",
        "'scales':{'pass':['Fail','Pass']}",
        "'set':[{'when':{'tag':'x'},'facts':{'unit':'hour','level':7,'live':{'amount':'3','unit':'hour'}},'note':'example"
            + " value'},{'facts':{'unit':'ECTS'}}]",
        "'accept':{'issuer':['did:example:uni','did:example:other']}",
        "'use':{'inside':'exclusive','free':[['s','t'],['t','*']],'withAward':[{'award':'*',"
            + "'atMost':{'count':0,'credits':{'amount':0,'unit':'h'}},'only':{'tag':'x'}}]}",
        "'equivalent':[['a','b']]",
        "'replaces':{'a':['c'],'c':['d','e']}",
        "'conflicts':[['a','z'],['a','y']]",
        "'optional':[{'tag':'extra'}]");
  }

  /** A policy with parameters wherever they may stand. */
  static String withParameters() {
    return json(
        "{'allOf':[{'id':'hours','sum':{'of':'credits','unit':'hour','from':{'earned':"
            + "{'from':{'param':'start'},'to':{'param':'end'}}}},"
            + "'atLeast':{'by':'role','teacher':15,'leader':{'param':'much'}}},"
            + "{'id':'leaders','when':{'param':'role','is':'leader'},"
            + "'rule':{'id':'project','hold':{'achievement':'project'}}},"
            + "{'id':'later','when':{'param':'start','atLeast':'2026-01-01'},"
            + "'rule':{'id':'new','hold':{'achievement':'new'}}}]}",
        "'parameters':{'start':{'type':'date'},'end':{'type':'date','default':'2026-12-31'},"
            + "'much':{'type':'number','default':50,'note':'example value'},"
            + "'role':{'type':'string','oneOf':['teacher','leader']}}",
        "'set':[{'facts':{'unit':'hour'}}]");
  }

  /** Policies that are refused for the shape of their members. */
  static List<String> misshapen() {
    String ok = "{'hold':{}}";
    return List.of(
        "[]",
        "{}",
        json("{}"),
        json("[]"),
        json("{'hold':{},'count':{}}"),
        json("{'hold':{},'holds':{}}"),
        json("{'hold':'a'}"),
        json("{'hold':{'achievement':[]}}"),
        json("{'hold':{'achievement':''}}"),
        json("{'hold':{'achievement':{'is':'a'}}}"),
        json("{'hold':{'colour':'red'}}"),
        json("{'hold':{'level':{}}}"),
        json("{'hold':{'level':[]}}"),
        json("{'hold':{'level':{'is':7,'atLeast':7}}}"),
        json("{'hold':{'is':'a'}}"),
        json("{'hold':{'fact':'unit'}}"),
        json("{'hold':{'fact':'unit','is':'h','atLeast':1}}"),
        json("{'hold':{'tag':'a','reason':'BECAUSE'}}"),
        json("{'hold':{'result':{'is':'a','which':'latest'}}}"),
        json("{'hold':{'earned':{'of':'2026-01-01'}}}"),
        json("{'hold':{'earned':{'within':'3 years'}}}"),
        json("{'hold':{},'inForce':'always'}"),
        json("{'hold':{},'which':'worst'}"),
        json(ok, "'units':{'CEU':10}"),
        json(ok, "'units':{'CEU':{'is':0,'of':'hour'}}"),
        json(ok, "'facts':{'x':{}}"),
        json(ok, "'facts':{'x':{'from':'x'}}"),
        json(ok, "'facts':{'x':{'tag':'a','column':'b'}}"),
        json(ok, "'values':[{'from':{}}]"),
        json("{'hold':{'anyOf':[]}}"),
        json("{'hold':{'tag':{'is':'a','not':'b'}}}"),
        json("{'hold':{'tag':{'is':'a','absent':0}}}"),
        json("{'hold':{'result':{}}}"),
        json("{'hold':{'result':{'is':'a','atLeast':'b'}}}"),
        json("{'hold':{'result':{'atLeast':['a']}}}"),
        json("{'hold':{'earned':{}}}"),
        json("{'hold':{'earned':{'from':'1 May'}}}"),
        json("{'hold':{'earned':{'to':{'param':1}}}}"),
        json("{'hold':{'earned':{'to':{'by':'end'}}}}"),
        json("{'hold':{'competency':{}}}"),
        json("{'hold':{'competency':{'targets':[{}]}}}"),
        json("{'when':{'param':'role'},'rule':" + ok + "}"),
        json("{'when':{'param':'role','is':'x'}}"),
        json(ok, "'parameters':{'role':{}}"),
        json(ok, "'parameters':{'role':{'type':'text'}}"),
        json(ok, "'effective':{'from':'May'}"),
        json(ok, "'exceptions':{}"),
        json(ok, "'derive':[{}]"),
        json(ok, "'derive':[{'level':{'take':'middle'}}]"),
        json(ok, "'derive':[{'level':{'take':'lowest','countBack':1,'unit':'h'}}]"),
        json(ok, "'derive':[{'credits':{}}]"),
        json("{'id':'/x','hold':{}}"),
        json("{'id':'*','hold':{}}"),
        json("{'count':{},'atLeast':0}"),
        json("{'count':{},'atLeast':1.5}"),
        json("{'count':{},'atLeast':'1'}"),
        json("{'count':{'distinctBy':'colour'},'atLeast':1}"),
        json("{'count':{},'atLeast':1,'ofWhich':[{'from':{}}]}"),
        json("{'count':{},'atLeast':1,'ofWhich':[{'from':{},'count':{},'atLeast':1}]}"),
        json("{'count':{},'atLeast':1,'ofWhich':[{'atLeast':{'percent':101,'of':'used'}}]}"),
        json("{'count':{},'atLeast':1,'ofWhich':[{'atLeast':{'percent':10}}]}"),
        json("{'count':{},'atLeast':1,'ofWhich':[{'mean':{},'atLeast':1}]}"),
        json("{'count':{},'atLeast':1,'ofWhich':[{'mean':{'of':'result'},'atMost':1}]}"),
        json("{'count':{}}"),
        json("{'sum':{'of':'credits','unit':'h'},'atLeast':-1}"),
        json("{'sum':{'of':'credits','unit':'h'},'atLeast':'one'}"),
        json("{'sum':{'of':'credits'},'atLeast':1}"),
        json("{'sum':{'unit':'h'},'atLeast':1}"),
        json("{'sum':{'of':'hours','unit':'h'},'atLeast':1}"),
        json("{'sum':{'of':'credits','unit':'h','absent':1},'atLeast':1}"),
        json("{'allOf':[]}"),
        json("{'someOf':1}"),
        json("{'someOf':0,'rules':[" + ok + "]}"),
        json("{'within':'P','rule':" + ok + "}"),
        json("{'within':'3 years','rule':" + ok + "}"),
        json("{'within':'P3Y'}"),
        json("{'before':['h']}"),
        json("{'before':[],'rule':'h'}"),
        json("{'cover':{}}"),
        json(ok, "'timeZone':1"),
        json(ok, "'divisible':'yes'"),
        json(ok, "'divisible':[{'step':0}]"),
        json(ok, "'conflicts':[['a']]"),
        json(ok, "'equivalent':['a','b']"),
        json(ok, "'replaces':[]"),
        json(ok, "'optional':{}"),
        json(ok, "'set':[{'when':{}}]"),
        json(ok, "'set':[{'facts':{'level':[7]}}]"),
        json(ok, "'scales':{'s':['a','a']}"),
        json(ok, "'use':{'inside':'shared'}"),
        json(ok, "'use':{'free':[['h']]}"),
        json(ok, "'use':{'withAward':[{'award':'a'}]}"),
        json(ok, "'use':{'withAward':[{'award':'a','atMost':{}}]}"),
        json(ok, "'use':{'withAward':[{'atMost':{'count':1}}]}"),
        json(ok, "'use':{'withAward':[{'award':'a','atMost':{'count':-1}}]}"));
  }
}
